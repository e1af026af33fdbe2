import type { Slice } from '@civitas/api'
import type { StatusTable } from '@civitas/ui'

/** 测评体系 — what the pages know of editions. */
export interface Edition {
  id: string
  code: string
  number: number
  name: string
  title: string
  level: string
  note: string
  state: 'DRAFT' | 'IN_USE' | 'RETIRED'
  revision: number
}
export interface EditionNode {
  code: string
  parentCode: string | null
  criterion: boolean
  name: string
  full: number
}
export interface Requirement {
  code: string
  criterionCode: string
  method: string
  methodWord: string
  full: number
  ruleType: string | null
  ruleText: string
  sentence: string
  combination: 'MEAN' | 'WORST'
  leadUnitCode: string | null
  typeWeights: Record<string, number>
  coUnitCodes: string[]
  evidence: string
  checkItemCodes: string[]
}
export interface EditionContent {
  edition: Edition
  full: number
  nodes: EditionNode[]
  requirements: Requirement[]
  siteTypes: number
  checkItems: number
  mappings: number
  weights: Record<string, number>
}
export interface UsualFault {
  text: string
  caseType: string
}
export interface CheckItem {
  code: string
  siteTypeCode: string
  aspect: string
  text: string
  kind: 'PASS' | 'GRADE' | 'COUNT' | 'FIGURE'
  kindWord: string
  unit: string | null
  grades: string[]
  look: string
  exemption: string
  faults: UsualFault[]
  pictureNeeded: boolean
  requirementCodes: string[]
}
export interface SiteType {
  code: string
  name: string
  kind: 'PLACE' | 'HOTLINE' | 'VEHICLE'
  kindWord: string
  route: string
  checkItems: number
  version: number
}
export interface EditionFault {
  code: string
  part: string
  subject: string
  field: string
  message: string
}
export interface EditionPreview {
  name: string | null
  code: string | null
  groups: number
  criteria: number
  requirements: number
  siteTypes: number
  checkItems: number
  mappings: number
  full: number | null
  faultCount: number
  faults: { sheet: string; row: number; column: string; text: string; message: string }[]
}
/** 对应关系 — seen from one edition: written here, written there, or a check item of both. */
export interface Mapping {
  source: 'HERE' | 'THERE' | 'SAME_CODE'
  kind: 'ITEM' | 'CRITERION'
  kindWord: string
  code: string
  name: string | null
  otherEdition: string
  otherId: string | null
  otherTitle: string | null
  otherCode: string
  otherName: string | null
  fit: 'FULL' | 'PART'
  fitWord: string
  note: string
}
export interface Difference {
  subject: string
  code: string
  name: string
  change: 'ADDED' | 'GONE' | 'REWORDED' | 'REPOINTED' | 'MOVED' | 'RECODED' | 'CHANGED'
  changeWord: string
  field: string
  before: string
  after: string
  pieces: { kind: 'SAME' | 'GONE' | 'NEW'; text: string }[]
}
export interface Differences {
  before: Edition
  after: Edition
  differences: Difference[]
}
export type EditionList = Slice<Edition>

export const EDITION_STATES: StatusTable = {
  DRAFT: { word: '编制中', tone: 'warn' },
  IN_USE: { word: '启用', tone: 'good' },
  RETIRED: { word: '停用', tone: 'neutral' },
}
export const METHODS = [
  { value: 'SITE', word: '实地考察' },
  { value: 'MATERIAL', word: '材料审核' },
  { value: 'SURVEY', word: '问卷调查' },
  { value: 'DATA', word: '量化指标' },
  { value: 'OPINION', word: '征求意见' },
  { value: 'VETO', word: '负面清单' },
]
export const KINDS = [
  { value: 'PASS', word: '符合判定' },
  { value: 'GRADE', word: '等级' },
  { value: 'COUNT', word: '计数' },
  { value: 'FIGURE', word: '数值' },
]
export const ASPECTS = [
  { value: 'ENVIRONMENT', number: '01', word: '公共环境' },
  { value: 'ORDER', number: '02', word: '公共秩序' },
  { value: 'FACILITY', number: '03', word: '基础设施' },
  { value: 'PUBLICITY', number: '04', word: '公益宣传' },
  { value: 'CONDUCT', number: '05', word: '文明行为' },
  { value: 'SERVICE', number: '06', word: '服务管理' },
  { value: 'SAFETY', number: '07', word: '安全管理' },
  { value: 'VOLUNTEERING', number: '08', word: '志愿服务' },
]
export const GRADE_NAMES = ['A', 'B', 'C', 'C#']

/** 树节点 — a node with its children, as the tree on the left shows it. */
export interface TreeNode extends EditionNode {
  children: TreeNode[]
}

export function treeOf(nodes: readonly EditionNode[]): TreeNode[] {
  const byCode = new Map<string, TreeNode>(nodes.map((node) => [node.code, { ...node, children: [] }]))
  const roots: TreeNode[] = []
  for (const node of byCode.values()) {
    const parent = node.parentCode === null ? undefined : byCode.get(node.parentCode)
    if (parent) parent.children.push(node)
    else roots.push(node)
  }
  return roots
}

/** Codes of the criteria that mention the words, themselves or in one of their check items. */
export function criteriaMentioning(
  words: string,
  content: EditionContent,
  items: readonly CheckItem[],
): Set<string> {
  const found = new Set<string>()
  const criterionOf = new Map(content.requirements.map((one) => [one.code, one.criterionCode]))
  for (const node of content.nodes) {
    if (node.criterion && `${node.code} ${node.name}`.includes(words)) found.add(node.code)
  }
  for (const item of items) {
    const text = [item.code, item.text, item.exemption, ...item.faults.map((one) => one.text)].join(' ')
    if (!text.includes(words)) continue
    for (const code of item.requirementCodes) {
      const criterion = criterionOf.get(code)
      if (criterion) found.add(criterion)
    }
  }
  return found
}

/** The tree with only the criteria that are kept, and what leads to them. */
export function pruned(tree: readonly TreeNode[], keep: ReadonlySet<string>): TreeNode[] {
  return tree.flatMap((node) => {
    if (node.criterion) return keep.has(node.code) ? [node] : []
    const children = pruned(node.children, keep)
    return children.length > 0 ? [{ ...node, children }] : []
  })
}

/** Check items under the headings of their aspects, in their order. */
export function byAspect(items: readonly CheckItem[]): { aspect: string; items: CheckItem[] }[] {
  const groups: { aspect: string; items: CheckItem[] }[] = []
  for (const item of items) {
    const group = groups.find((one) => one.aspect === item.aspect)
    if (group) group.items.push(item)
    else groups.push({ aspect: item.aspect, items: [item] })
  }
  return groups
}
