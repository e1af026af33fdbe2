/** 单位责任 — what the API answers about what a unit answers for. */
export interface RoleCount {
  lead: number
  helping: number
}
export interface Answering {
  unitId: string
  unitName: string
  unitKind: 'BUREAU' | 'TERRITORY'
  requirements: RoleCount
  siteTypes: RoleCount
  checkItems: RoleCount
  sites: number
  duties: number
  cases: { lead: number; helping: number; near: number; overdue: number } | null
}
export interface StandardLine {
  editionId: string
  edition: string
  kind: 'REQUIREMENT' | 'SITE_TYPE' | 'CHECK_ITEM'
  kindWord: string
  code: string
  name: string
  group: string
  method: string
  full: number | null
  role: string
  lead: string | null
  cos: string[]
  evidence: string
  own: boolean
  since: string | null
}
export interface DutyRow {
  kind: string
  target: string
  role: string
  lead: string | null
  cos: string[]
  firstDay: string | null
  lastDay: string | null
  source: string
}
export interface UnitSite {
  id: string
  code: string
  name: string
  typeCode: string
  typeName: string
  areaPath: string
  address: string
  personInCharge: string
  ground: string
}
export interface OpenCase {
  id: string
  number: string
  stateWord: string
  urgencyWord: string | null
  urgency: string | null
  typeName: string
  description: string
  siteName: string | null
  leadUnitId: string | null
  leadUnitName: string | null
  deadlineAt: string | null
}

/** Where a line of the list of standards is shown. */
export function placeOf(line: StandardLine): { path: string; query?: Record<string, string> } {
  if (line.kind === 'REQUIREMENT')
    return { path: `/editions/${line.editionId}`, query: { node: line.code.replace(/-[^-]*$/, '') } }
  const type = line.kind === 'SITE_TYPE' ? line.code : line.code.slice(0, line.code.indexOf('-'))
  return { path: `/site-types/${type}`, query: { edition: line.editionId } }
}

export const spanWords = (row: DutyRow) =>
  `${row.firstDay ?? '体系启用'}${row.lastDay ? ` 至 ${row.lastDay}` : ' 起'}`
