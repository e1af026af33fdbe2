/** What the server answers and what the phone keeps; the words are those of the module `inspection`. */

export type Outcome = 'CONFORMING' | 'NONCONFORMING' | 'NOT_APPLICABLE' | 'GRADED' | 'COUNTED' | 'MEASURED'
export type Form = 'PASS' | 'GRADE' | 'COUNT' | 'FIGURE'

export interface SheetItem {
  code: string
  aspect: string
  text: string
  form: Form
  unit: string | null
  grades: { letter: string; meaning: string }[]
  look: string
  exemption: string
  faults: string[]
  pictureNeeded: boolean
}

export interface Sheet {
  taskId: string | null
  kind: string
  kindName: string
  siteId: string
  siteCode: string
  siteName: string
  siteTypeName: string
  route: string
  areaName: string
  address: string
  longitude: number
  latitude: number
  items: SheetItem[]
}

export interface Task {
  id: string
  planTitle: string
  kindName: string
  firstDay: string
  lastDay: string
  siteId: string
  siteName: string
  siteTypeName: string
  areaName: string
  address: string
  longitude: number | null
  latitude: number | null
}

export interface Visit {
  id: string
  kindName: string
  siteName: string
  siteTypeName: string
  areaName: string
  endedAt: string
  receivedAt: string
  remark: string
  observations: number
  findings: number
}

export interface Result {
  id: string
  checkItemCode: string
  checkItemText: string
  outcome: Outcome
  verdict: string
  failed: boolean
  faultWords: string
  pictures: string[]
  observedAt: string
  correctionReason: string | null
}

/** 一条判定 — one judgement as it is kept on the phone until it has gone up. */
export interface Entry {
  id: string
  checkItemCode: string
  outcome: Outcome
  grade: string | null
  count: number | null
  figure: number | null
  faults: string[]
  remark: string
  pictures: string[]
  longitude: number | null
  latitude: number | null
  anotherSpot: boolean
  observedAt: string
}

/** 未提交的检查 — everything of one visit; nothing of it is lost when the browser is closed. */
export interface Draft {
  key: string
  account: string
  visitId: string
  startedAt: string
  sheet: Sheet
  entries: Entry[]
  remark: string
  /** It was sent once already, maybe with success: what was sent is not changed by the phone itself any more. */
  attempted: boolean
  /** Words of the last failed attempt to send it. */
  fault: string | null
}

export const draftKey = (account: string, sheet: Pick<Sheet, 'taskId' | 'siteId'>) =>
  `${account}/${sheet.taskId ?? `site-${sheet.siteId}`}`

/** Whether an entry is a problem, as the server will say. */
export function failed(entry: Entry): boolean {
  switch (entry.outcome) {
    case 'NONCONFORMING':
      return true
    case 'COUNTED':
      return (entry.count ?? 0) > 0
    case 'GRADED':
      return entry.grade === 'C' || entry.grade === 'C#' || entry.faults.length > 0
    case 'MEASURED':
      return entry.faults.length > 0
    default:
      return false
  }
}

/** Why the finding can not be kept yet; null when it can. */
export function missing(entry: Entry, item: SheetItem): string | null {
  if (!failed(entry)) return null
  if (entry.faults.length === 0 && !entry.remark.trim() && entry.outcome !== 'GRADED')
    return '请选择或写明问题'
  if (item.pictureNeeded && entry.pictures.length === 0 && !entry.remark.trim())
    return '这一项需要照片；无法拍照时请写明原因'
  return null
}

/** First judgement of each item, in the order of the sheet. */
export const judged = (draft: Draft): Set<string> =>
  new Set(draft.entries.map((entry) => entry.checkItemCode))

export interface Choice {
  word: string
  outcome: Outcome
  grade: string | null
  /** The correction says that there is a problem. */
  bad: boolean
  /** What number it needs, in words. */
  asks: string | null
}

/** What a record may be corrected to, by the form of its check item. */
export function correctionChoices(form: Form): Choice[] {
  const choice = (word: string, outcome: Outcome, bad = false, more: Partial<Choice> = {}): Choice => ({
    word,
    outcome,
    grade: null,
    bad,
    asks: null,
    ...more,
  })
  const byForm: Record<Form, Choice[]> = {
    PASS: [choice('符合', 'CONFORMING'), choice('不符合', 'NONCONFORMING', true)],
    COUNT: [choice('未发现', 'COUNTED'), choice('有问题', 'COUNTED', true, { asks: '数量' })],
    GRADE: ['A', 'B', 'C', 'C#'].map((grade) => choice(grade, 'GRADED', grade.startsWith('C'), { grade })),
    FIGURE: [choice('数值', 'MEASURED', false, { asks: '数值' })],
  }
  return [...byForm[form], choice('不适用', 'NOT_APPLICABLE')]
}

/** Metres between two places, good enough for a walk. */
export function metres(aLon: number, aLat: number, bLon: number, bLat: number): number {
  const rad = Math.PI / 180
  const x = (bLon - aLon) * rad * Math.cos(((aLat + bLat) / 2) * rad)
  const y = (bLat - aLat) * rad
  return Math.sqrt(x * x + y * y) * 6_371_000
}

export const distanceWords = (m: number) =>
  m < 1000 ? `${Math.round(m / 10) * 10} 米` : `${(m / 1000).toFixed(1)} 公里`

/** Nearest first where the place is known, else as the server gave them: by the plan's end, then by area. */
export function ordered(tasks: Task[], here: { longitude: number; latitude: number } | null) {
  const shown = tasks.map((task) => ({
    ...task,
    distance:
      here && task.longitude !== null && task.latitude !== null
        ? metres(here.longitude, here.latitude, task.longitude, task.latitude)
        : null,
  }))
  return here ? shown.sort((a, b) => (a.distance ?? Infinity) - (b.distance ?? Infinity)) : shown
}
