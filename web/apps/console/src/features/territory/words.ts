/** The words of this feature, and the shapes that its API answers. */

export interface Area {
  code: string
  name: string
  level: string
  levelLabel: string
  kind: string
  kindLabel: string
  parentCode: string | null
  path: string
  children: number
  streets: number
  communities: number
  units: number
  hasBoundary: boolean
  version: number
}

export interface AreaKind {
  kind: string
  label: string
  level: string
  levelLabel: string
  digits: number
}

export interface Unit {
  id: string
  code: string
  name: string
  kind: 'BUREAU' | 'TERRITORY'
  kindLabel: string
  areaCode: string
  areaPath: string
  parentId: string | null
  parentName: string | null
  subUnits: number
  duties: number
  active: boolean
  version: number
}

export interface Duty {
  id: string
  kind: string
  kindLabel: string
  targetKind: 'AREA' | 'SITE' | 'TYPE'
  target: string
  areaCode: string
  areaPath: string
  siteId: string | null
  siteType: string | null
  unitId: string
  unitName: string
  personName: string | null
  personTitle: string | null
  firstDay: string
  lastDay: string | null
  basis: string
  version: number
}

export interface Answer {
  unitId: string
  unitName: string
  groundLabel: string
  dutyId: string | null
  kindLabel: string | null
  personName: string | null
  personTitle: string | null
  firstDay: string | null
  lastDay: string | null
}

export interface Answerable {
  department: Answer | null
  territory: Answer | null
  covering: Answer[]
}

export const DUTY_KINDS = [
  { value: 'COMPETENT', word: '主管部门', person: false },
  { value: 'RESPONSIBLE', word: '责任单位', person: false },
  { value: 'LEADER_COVER', word: '包挂', person: true },
  { value: 'UNIT_LIAISON', word: '包联', person: false },
  { value: 'SITE_HEAD', word: '点位长', person: true },
  { value: 'ROAD_HEAD', word: '路长', person: true },
  { value: 'POST_HEAD', word: '岗长', person: true },
  { value: 'GRID_KEEPER', word: '网格员', person: true },
]

export const needsPerson = (kind: string) => DUTY_KINDS.some((one) => one.value === kind && one.person)

/** `2026-01-01 起` or `2026-01-01 至 2026-12-31` */
export function spanWords(first: string | null, last: string | null): string {
  if (!first) return '长期'
  return last ? `${first} 至 ${last}` : `${first} 起`
}

export function holderWords(one: {
  unitName: string
  personName: string | null
  personTitle: string | null
}): string {
  const person = [one.personName, one.personTitle].filter(Boolean).join(' ')
  return person ? `${person}（${one.unitName}）` : one.unitName
}

/** Today in China, whatever the computer's zone is. */
export const today = (now = new Date()) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(now)

/** The level below a code, told by its length. */
export const digitsBelow = (code: string) => (code.length < 6 ? 6 : code.length + 3)
