import { figure, type StatusTable } from '@civitas/ui'

/** What the server answers about rounds; points come with two places, `exact…` with all. */
export interface Score {
  got: number
  judged: number
  full: number
  loss: number
  rate: number | null
  coverage: number
}
export interface RoundRow {
  id: string
  name: string
  editionTitle: string
  areaName: string
  firstDay: string
  lastDay: string
  versionNumber: number
  state: RoundState
  score: Score
  publishedAt: string | null
}
export type RoundState = 'DRAFT' | 'COMPUTED' | 'PUBLISHED' | 'SUPERSEDED'
export interface Version {
  number: number
  state: RoundState
  reason: string
  score: Score
  computedAt: string | null
  publishedAt: string | null
  publishedBy: string | null
}
export interface Round extends RoundRow {
  editionId: string
  areaCode: string
  visitRuleWord: string
  kindWords: string[]
  minCoverage: number
  revision: number
  reason: string
  coverageWords: string
  sitesDrawn: number
  sitesJudged: number
  observations: number
  computedAt: string | null
  publishedBy: string | null
  previous: { id: string; name: string; score: Score; rateChange: number | null } | null
  versions: Version[]
  steps: {
    mayCompute: boolean
    mayPublish: boolean
    whyNotPublish: string | null
    mayCorrect: boolean
    mayDiscard: boolean
  }
  open: { whole: boolean; areaCode: string | null; areaName: string | null; unitsOnly: boolean }
}
export interface TreeLine {
  place: number
  kind: 'GROUP' | 'CRITERION' | 'REQUIREMENT'
  code: string
  parentCode: string | null
  title: string
  rule: string
  got: number
  judged: number
  full: number
  loss: number
  rate: number | null
  rateChange: number | null
}
export interface Tree {
  areaCode: string | null
  areaName: string | null
  score: Score
  lines: TreeLine[]
}
export interface TreeNode extends TreeLine {
  children?: TreeNode[]
}
export interface LossRow {
  key: string | null
  name: string
  loss: number
  share: number
  findings: number
  sites: number
}
export interface Losses {
  by: Dimension
  loss: number
  rows: LossRow[]
}
export interface Piece {
  number: number
  loss: number
  criterionCode: string
  criterionTitle: string
  requirementCode: string
  itemCode: string
  itemText: string
  siteId: string
  siteCode: string
  siteName: string
  typeName: string
  areaName: string
  observationId: string
  department: string
  territory: string
}
export interface SiteScore {
  siteId: string
  siteCode: string
  siteName: string
  typeName: string
  areaName: string
  rate: number
  got: number
  loss: number
}
export interface RequirementScore {
  code: string
  rule: string
  types: { typeCode: string; typeName: string; sites: number; rate: number; got: number; loss: number }[]
  sites: SiteScore[]
}
export interface SiteEvidence {
  siteId: string
  siteCode: string
  siteName: string
  typeName: string
  areaName: string
  department: string
  territory: string
  observations: {
    observationId: string
    visitedAt: string
    itemCode: string
    itemText: string
    verdict: 'PASS' | 'FAIL' | 'NOT_APPLICABLE'
    verdictWord: string
    faultWords: string
    pictures: string[]
    loss: number
    correctedLater: boolean
    problem: { id: string; number: string; stateWord: string } | null
  }[]
}
export interface AreaScore {
  areaCode: string
  areaName: string
  got: number
  judged: number
  rate: number | null
  sitesJudged: number
  loss: number
}
export interface CoveredArea {
  areaCode: string
  areaName: string
  target: string
  rate: number | null
  loss: number
  findings: number
}

export const ROUND_STATES: StatusTable = {
  DRAFT: { word: '草稿', tone: 'neutral' },
  COMPUTED: { word: '已计算', tone: 'info' },
  PUBLISHED: { word: '已发布', tone: 'good' },
  SUPERSEDED: { word: '已被更正', tone: 'neutral' },
}
export type Dimension = 'DEPARTMENT' | 'TERRITORY' | 'COUNTY' | 'STREET' | 'SITE_TYPE' | 'CRITERION' | 'ITEM'

/** How a loss can be looked at; `parameter` narrows the pieces to one row of the view. */
export const DIMENSIONS: { value: Dimension; word: string; question: string; parameter: string }[] = [
  { value: 'DEPARTMENT', word: '部门（条）', question: '哪些部门担责的失分最多？', parameter: 'department' },
  {
    value: 'TERRITORY',
    word: '属地（块）',
    question: '哪些属地单位担责的失分最多？',
    parameter: 'territory',
  },
  { value: 'COUNTY', word: '区县', question: '失分在哪些区县？', parameter: 'area' },
  { value: 'STREET', word: '街道乡镇', question: '失分在哪些街道乡镇？', parameter: 'area' },
  { value: 'SITE_TYPE', word: '点位类型', question: '失分在哪些类型的点位？', parameter: 'type' },
  { value: 'CRITERION', word: '测评标准', question: '失分在哪些测评标准？', parameter: 'criterion' },
  { value: 'ITEM', word: '检查项', question: '失分在哪些检查项？', parameter: 'item' },
]

/** Two places, as the bulletins print points. */
export const points = (value: number | null | undefined) => figure(value, 2)
/** Parts of a point that are often below 0.01. */
export const smallPoints = (value: number | null | undefined) => figure(value, 4)
export const rate = (value: number | null | undefined) =>
  value === null || value === undefined ? '—' : `${figure(value, 2)}%`

/** `高 1.25 个百分点`; nothing to compare with gives nothing. */
export function changeWords(change: number | null | undefined): string {
  if (change === null || change === undefined) return ''
  if (change === 0) return '与上轮持平'
  return `比上轮${change > 0 ? '高' : '低'} ${figure(Math.abs(change), 2)} 个百分点`
}

/** The lines of the tree as nested nodes, in their order. A requirement hangs on its criterion. */
export function treeOf(lines: readonly TreeLine[]): TreeNode[] {
  const roots: TreeNode[] = []
  const nodes = new Map<string, TreeNode>()
  for (const line of lines) {
    const node: TreeNode = { ...line }
    if (line.kind !== 'REQUIREMENT') nodes.set(line.code, node)
    const parent = line.parentCode === null ? undefined : nodes.get(line.parentCode)
    if (parent) (parent.children ??= []).push(node)
    else roots.push(node)
  }
  return roots
}

/** The query that narrows the pieces to one row of a view; nobody's row is asked for as `none`. */
export function pieceFilter(by: Dimension, key: string | null): Record<string, string> {
  const dimension = DIMENSIONS.find((one) => one.value === by)!
  return { [dimension.parameter]: key ?? 'none' }
}

/** What a chart shows: the largest rows, and in words what the rest comes to, so that nothing seems lost. */
export function chartOf(rows: readonly LossRow[], most = 12): { bars: LossRow[]; rest: string } {
  const left = rows.slice(most)
  const sum = left.reduce((all, row) => all + row.loss, 0)
  return {
    bars: rows.slice(0, most),
    rest: left.length ? `图中为前 ${most} 项，其余 ${left.length} 项共 ${points(sum)} 分，见表。` : '',
  }
}
