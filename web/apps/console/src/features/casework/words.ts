import type { StatusTable } from '@civitas/ui'

export type LimitUnit = 'NATURAL_HOURS' | 'WORKING_HOURS' | 'WORKING_DAYS'

export interface CaseFile {
  id: string
  number: string
  state: string
  stateWord: string
  urgency: string | null
  urgencyWord: string | null
  version: number
  typeCode: string
  typeName: string
  channelWord: string
  description: string
  areaCode: string
  areaName: string
  areaPath: string
  siteId: string | null
  siteName: string | null
  checkItemCode: string | null
  checkItemText: string | null
  spot: string
  longitude: number | null
  latitude: number | null
  pictureNeeded: boolean
  foundAt: string
  reportedAt: string
  submittedAt: string | null
  closedAt: string | null
  leadUnitId: string | null
  leadUnitName: string | null
  holderUnitId: string | null
  holderUnitName: string | null
  deadlineAt: string | null
  provisional: boolean
  remainingMinutes: number | null
  stopped: boolean
  refusals: number
  reworks: number
  seenAgain: number
  annulProposed: boolean
  beforePictures: string[]
  afterPictures: string[]
}

export interface CaseStep {
  seq: number
  command: string
  word: string
  toStateWord: string
  at: string
  actor: string
  words: string
  notes: string[]
  pictures: string[]
}

export interface CaseAction {
  command: string
  word: string
  whyNot: string | null
}

export interface CaseDetail {
  file: CaseFile
  coUnits: { id: string; name: string }[]
  assignments: {
    fromUnit: string
    toUnit: string
    assignedAt: string
    innerDeadlineAt: string
    handedInAt: string | null
  }[]
  limitWords: string | null
  ruling: boolean
  timeline: CaseStep[]
  actions: CaseAction[]
}

export interface CaseType {
  code: string
  name: string
  category: string
  sourceWord: string
  limitAmount: number
  limitUnit: LimitUnit
  limitWords: string
  pictureNeeded: boolean
  enabled: boolean
  keywords: string[]
  version: number
}

export interface DispatchPlan {
  file: CaseFile
  unitId: string | null
  unitName: string | null
  ground: string | null
  reason: string | null
  limit: { amount: number; unit: LimitUnit; words: string }
  pictureNeeded: boolean
  ruling: boolean
}

export const STATES: StatusTable = {
  REPORTED: { word: '待受理', tone: 'neutral' },
  ACCEPTED: { word: '待交办', tone: 'neutral' },
  DISPATCHED: { word: '待签收', tone: 'info' },
  HANDLING: { word: '整改中', tone: 'info' },
  SUBMITTED: { word: '待核查', tone: 'info' },
  CLOSED: { word: '已销号', tone: 'good' },
  DISMISSED: { word: '不予受理', tone: 'neutral' },
  ANNULLED: { word: '已撤销', tone: 'neutral' },
}

export const URGENCIES: StatusTable = {
  NORMAL: { word: '正常', tone: 'good' },
  NEAR: { word: '临期', tone: 'warn' },
  OVERDUE: { word: '超期', tone: 'bad' },
  LONG_OVERDUE: { word: '超期3个工作日以上', tone: 'bad' },
}

export const LIMIT_UNITS: { value: LimitUnit; word: string }[] = [
  { value: 'WORKING_HOURS', word: '工作小时' },
  { value: 'WORKING_DAYS', word: '个工作日' },
  { value: 'NATURAL_HOURS', word: '小时' },
]

export const limitWords = (amount: number, unit: LimitUnit) =>
  `${amount}${LIMIT_UNITS.find((one) => one.value === unit)?.word ?? ''}`

export const options = (table: StatusTable) =>
  Object.entries(table).map(([value, { word }]) => ({ value, word }))

/** A working day of the default office hours. */
const DAY_MINUTES = 420

/** Working time left, beside the date: `剩 2.5 个工作日`, `超 3 工作小时`. */
export function leftWords(minutes: number | null): string {
  if (minutes === null) return ''
  const long = Math.abs(minutes)
  const length =
    long < 60
      ? `${long} 分钟`
      : long < 2 * DAY_MINUTES
        ? `${trimmed(long / 60)} 工作小时`
        : `${trimmed(long / DAY_MINUTES)} 个工作日`
  return minutes >= 0 ? `剩 ${length}` : `超 ${length}`
}

const trimmed = (value: number) => value.toFixed(1).replace(/\.0$/, '')

/** What is to be seen of the place: site and spot, else the area. */
export function placeOf(file: CaseFile): string {
  const site = file.siteName ?? ''
  if (!file.spot || file.spot === site) return site || file.areaName
  return site && !file.spot.startsWith(site) ? `${site} · ${file.spot}` : file.spot
}

/** The last names of a path, enough to know the place. */
export const shortPath = (path: string) => path.split('/').slice(-2).join(' › ')
