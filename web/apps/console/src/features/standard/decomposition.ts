/** 任务分解 — what the pages know of who answers for what in an edition. */
export type AssignedKind = 'REQUIREMENT' | 'SITE_TYPE' | 'CHECK_ITEM'
export type Step = 'SET' | 'SET_LEAD' | 'ADD_CO' | 'REMOVE' | 'CLEAR'

export interface NamedUnit {
  id: string
  name: string
}
export interface Assigned {
  kind: AssignedKind
  code: string
  name: string
  group: string
  method: string | null
  methodWord: string | null
  full: number | null
  lead: NamedUnit | null
  cos: NamedUnit[]
  ground: string
  groundWord: string
  since: string | null
  seen: number
  coming: { firstDay: string; lead: NamedUnit | null; cos: NamedUnit[] } | null
}
export interface Gaps {
  criteria: number
  requirements: number
  siteTypes: number
  checkItems: number
}
export interface Change {
  id: string
  number: number
  wayWord: string
  firstDay: string
  reason: string
  what: string
  subjects: number
  accountName: string
  recordedAt: string
  undoneAt: string | null
  undoneBy: string | null
}

export const KINDS: { value: AssignedKind; word: string; gap: keyof Gaps }[] = [
  { value: 'REQUIREMENT', word: '测评要求', gap: 'requirements' },
  { value: 'SITE_TYPE', word: '点位类型', gap: 'siteTypes' },
  { value: 'CHECK_ITEM', word: '检查项', gap: 'checkItems' },
]

/** The ways to change many rows at once, with what each needs. */
export const STEPS: { value: Step; word: string; lead: boolean; others: string | null; hint: string }[] = [
  {
    value: 'SET',
    word: '指定单位',
    lead: true,
    others: '配合单位',
    hint: '原有的牵头、配合单位都换成这里选的。',
  },
  { value: 'SET_LEAD', word: '换牵头单位', lead: true, others: null, hint: '配合单位不变。' },
  { value: 'ADD_CO', word: '增加配合单位', lead: false, others: '增加的配合单位', hint: '牵头单位不变。' },
  { value: 'REMOVE', word: '去掉单位', lead: false, others: '去掉的单位', hint: '无论它是牵头还是配合。' },
  {
    value: 'CLEAR',
    word: '清空',
    lead: false,
    others: null,
    hint: '所选各项不再指定单位；检查项改为随点位类型。',
  },
]

export interface RowFilter {
  words: string
  method: string
  group: string
  unit: string | null
  gap: boolean
}

/** The rows that a filter keeps, in their order. */
export function kept(rows: readonly Assigned[], filter: RowFilter): Assigned[] {
  const words = filter.words.trim()
  return rows.filter(
    (row) =>
      (!words || `${row.code} ${row.name}`.includes(words)) &&
      (!filter.method || row.method === filter.method) &&
      (!filter.group || row.group === filter.group) &&
      (!filter.unit || row.lead?.id === filter.unit || row.cos.some((unit) => unit.id === filter.unit)) &&
      (!filter.gap || row.lead === null),
  )
}

/** What the units of a row become on a later day, in words. */
export function comingWords(row: Assigned): string {
  if (!row.coming) return ''
  const lead = row.coming.lead ? `由${row.coming.lead.name}牵头` : '不再指定牵头单位'
  return `${row.coming.firstDay} 起${lead}`
}
