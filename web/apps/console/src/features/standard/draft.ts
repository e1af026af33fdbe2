import type { EditionContent, EditionFault } from './editions'

/** 体系树草稿 — the tree of a draft while somebody edits it; keys stay, codes may change. */
export interface DraftNode {
  key: string
  was: string | null
  code: string
  parent: string | null
  criterion: boolean
  name: string
  full: number | null
}
export interface DraftRequirement {
  key: string
  was: string | null
  code: string
  criterion: string
  method: string
  full: number | null
  ruleType: string | null
  ruleText: string
  combination: 'MEAN' | 'WORST'
  leadUnitCode: string | null
  typeWeights: Record<string, number>
  coUnitCodes: string[]
  evidence: string
}
export interface TreeDraft {
  nodes: DraftNode[]
  requirements: DraftRequirement[]
  weights: Record<string, number>
}
export interface DraftTreeNode extends DraftNode {
  children: DraftTreeNode[]
}

let made = 0
const freshKey = () => `new-${++made}`

export function draftOf(content: EditionContent): TreeDraft {
  return {
    nodes: content.nodes.map((node) => ({
      key: node.code,
      was: node.code,
      code: node.code,
      parent: node.parentCode,
      criterion: node.criterion,
      name: node.name,
      full: node.full,
    })),
    requirements: content.requirements.map((one) => ({
      key: one.code,
      was: one.code,
      code: one.code,
      criterion: one.criterionCode,
      method: one.method,
      full: one.full,
      ruleType: one.ruleType,
      ruleText: one.ruleText,
      combination: one.combination,
      leadUnitCode: one.leadUnitCode,
      typeWeights: { ...one.typeWeights },
      coUnitCodes: [...one.coUnitCodes],
      evidence: one.evidence,
    })),
    weights: { ...content.weights },
  }
}

/** What is sent to the server. */
export function formOf(draft: TreeDraft, revision: number) {
  const codeOf = new Map(draft.nodes.map((node) => [node.key, node.code]))
  return {
    revision,
    weights: draft.weights,
    nodes: inOrder(draft).map((node) => ({
      code: node.code,
      was: node.was,
      parentCode: node.parent === null ? null : codeOf.get(node.parent),
      criterion: node.criterion,
      name: node.name,
      full: node.full,
    })),
    requirements: draft.requirements.map(({ key: _key, criterion, ...one }) => ({
      ...one,
      criterionCode: codeOf.get(criterion),
    })),
  }
}

export function draftTree(draft: TreeDraft): DraftTreeNode[] {
  const byKey = new Map(draft.nodes.map((node) => [node.key, { ...node, children: [] as DraftTreeNode[] }]))
  const roots: DraftTreeNode[] = []
  for (const node of byKey.values()) {
    const parent = node.parent === null ? undefined : byKey.get(node.parent)
    if (parent) parent.children.push(node)
    else roots.push(node)
  }
  return roots
}

/** A parent before its children, siblings in their order. */
function inOrder(draft: TreeDraft): DraftNode[] {
  const flat = (nodes: DraftTreeNode[]): DraftNode[] =>
    nodes.flatMap(({ children, ...node }) => [node, ...flat(children)])
  return flat(draftTree(draft))
}

export const childrenOf = (draft: TreeDraft, key: string | null) =>
  draft.nodes.filter((node) => node.parent === key)
export const requirementsOf = (draft: TreeDraft, key: string) =>
  draft.requirements.filter((one) => one.criterion === key)

const MILLIONTHS = 1_000_000
/** Sums points without the dust of binary fractions. */
export function sum(points: (number | null)[]): number {
  return points.reduce<number>((all, one) => all + Math.round((one ?? 0) * MILLIONTHS), 0) / MILLIONTHS
}

/** What the parts of a node add up to; null where it has none. */
export function sumOfParts(draft: TreeDraft, node: DraftNode): number | null {
  const parts = node.criterion ? requirementsOf(draft, node.key) : childrenOf(draft, node.key)
  return parts.length === 0 ? null : sum(parts.map((one) => one.full))
}

/** Codes that are free, one after the other: 1.2.3 below 1.2. */
function freeCode(taken: readonly string[], prefix: string): string {
  for (let n = 1; ; n++) {
    const code = `${prefix}${n}`
    if (!taken.includes(code)) return code
  }
}

export function addNode(draft: TreeDraft, parent: string | null, criterion: boolean): DraftNode {
  const above = draft.nodes.find((node) => node.key === parent)
  const code = freeCode(
    draft.nodes.map((node) => node.code),
    above ? `${above.code}.` : '',
  )
  const node = { key: freshKey(), was: null, code, parent, criterion, name: '', full: criterion ? 1 : 0 }
  draft.nodes.push(node)
  if (criterion) addRequirement(draft, node)
  return node
}

export function addRequirement(draft: TreeDraft, criterion: DraftNode): DraftRequirement {
  const rest = (criterion.full ?? 0) - sum(requirementsOf(draft, criterion.key).map((one) => one.full))
  const one: DraftRequirement = {
    key: freshKey(),
    was: null,
    code: freeCode(
      draft.requirements.map((other) => other.code),
      `${criterion.code}-`,
    ),
    criterion: criterion.key,
    method: 'SITE',
    full: Math.max(0, Math.round(rest * MILLIONTHS) / MILLIONTHS),
    ruleType: 'PASS_FAIL',
    ruleText: '',
    combination: 'MEAN',
    leadUnitCode: null,
    typeWeights: {},
    coUnitCodes: [],
    evidence: '',
  }
  draft.requirements.push(one)
  return one
}

export function keysBelow(draft: TreeDraft, key: string): Set<string> {
  const keys = new Set([key])
  let before
  do {
    before = keys.size
    for (const node of draft.nodes) if (node.parent !== null && keys.has(node.parent)) keys.add(node.key)
  } while (keys.size > before)
  return keys
}

export function removeNode(draft: TreeDraft, key: string) {
  const gone = keysBelow(draft, key)
  draft.nodes = draft.nodes.filter((node) => !gone.has(node.key))
  draft.requirements = draft.requirements.filter((one) => !gone.has(one.criterion))
}

export type Place = 'before' | 'after' | 'inner'

/** Where a node may be put: not into itself, nothing below a criterion. */
export function mayPlace(draft: TreeDraft, key: string, target: string, place: Place): boolean {
  if (keysBelow(draft, key).has(target)) return false
  const at = draft.nodes.find((node) => node.key === target)
  return at !== undefined && !(place === 'inner' && at.criterion)
}

export function placeNode(draft: TreeDraft, key: string, target: string, place: Place) {
  if (!mayPlace(draft, key, target, place)) return
  const node = draft.nodes.find((one) => one.key === key)!
  const at = draft.nodes.find((one) => one.key === target)!
  const rest = draft.nodes.filter((one) => one !== node)
  node.parent = place === 'inner' ? at.key : at.parent
  if (place === 'inner') rest.push(node)
  else rest.splice(rest.indexOf(at) + (place === 'after' ? 1 : 0), 0, node)
  draft.nodes = rest
}

export type Step = 'up' | 'down' | 'in' | 'out'

/** Where one step would put a node; null when it can not go there. */
export function stepOf(draft: TreeDraft, key: string, step: Step): { target: string; place: Place } | null {
  const node = draft.nodes.find((one) => one.key === key)
  if (!node) return null
  const siblings = childrenOf(draft, node.parent)
  const at = siblings.indexOf(node)
  const before = siblings[at - 1]
  const after = siblings[at + 1]
  if (step === 'up') return before ? { target: before.key, place: 'before' } : null
  if (step === 'down') return after ? { target: after.key, place: 'after' } : null
  if (step === 'in') return before && !before.criterion ? { target: before.key, place: 'inner' } : null
  return node.parent === null ? null : { target: node.parent, place: 'after' }
}

/** Gives a node another code, and with it those below that begin with the old one. */
export function recode(draft: TreeDraft, key: string, code: string, below: boolean) {
  const node = draft.nodes.find((one) => one.key === key)
  if (!node) return
  const old = node.code
  node.code = code
  if (!below || !old) return
  const keys = keysBelow(draft, key)
  for (const one of draft.nodes)
    if (one !== node && keys.has(one.key) && one.code.startsWith(`${old}.`))
      one.code = code + one.code.slice(old.length)
  for (const one of draft.requirements)
    if (keys.has(one.criterion) && (one.code.startsWith(`${old}-`) || one.code.startsWith(`${old}.`)))
      one.code = code + one.code.slice(old.length)
}

/** Faults by the key of the node where they are shown. */
export function faultsByNode(draft: TreeDraft, faults: readonly EditionFault[]): Map<string, EditionFault[]> {
  const keyOf = new Map(draft.nodes.map((node) => [node.code, node.key]))
  const criterionOf = new Map(draft.requirements.map((one) => [one.code, one.criterion]))
  const found = new Map<string, EditionFault[]>()
  for (const fault of faults) {
    const key = keyOf.get(fault.subject) ?? criterionOf.get(fault.subject)
    if (key) found.set(key, [...(found.get(key) ?? []), fault])
  }
  return found
}

/** Which part of the form a field fault such as nodes[3].name means, in words. */
export function whereOf(form: ReturnType<typeof formOf>, field: string): string {
  const found = /^(nodes|requirements)\[(\d+)\]/.exec(field)
  const part = found ? form[found[1] as 'nodes' | 'requirements'][Number(found[2])] : undefined
  if (!part) return ''
  return `${found![1] === 'nodes' ? '节点' : '要求'} ${part.code || '（未编码）'}：`
}
