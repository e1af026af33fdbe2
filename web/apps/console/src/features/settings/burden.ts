/** What one unit was asked for in one week, by kind and cause. */
export interface BurdenWeek {
  week: string
  unitId: string
  kind: BurdenKind
  cause: string
  requests: number
}
export type BurdenKind = 'TASK' | 'PAPER' | 'FORM' | 'PICTURE' | 'VISIT'

export const BURDEN_WORDS: Record<BurdenKind, string> = {
  TASK: '任务',
  PAPER: '文书',
  FORM: '填表',
  PICTURE: '照片',
  VISIT: '到访检查',
}

/** The load of one unit over the chosen weeks. */
export interface UnitLoad {
  unitId: string
  total: number
  busiestWeek: string
  busiest: number
  byKind: Record<BurdenKind, number>
  byCause: { cause: string; requests: number }[]
}

const none = (): Record<BurdenKind, number> => ({ TASK: 0, PAPER: 0, FORM: 0, PICTURE: 0, VISIT: 0 })

function add<K>(sums: Map<K, number>, key: K, more: number) {
  sums.set(key, (sums.get(key) ?? 0) + more)
}

/** Units by load, the heaviest first. */
export function loadsOf(weeks: BurdenWeek[]): UnitLoad[] {
  const units = grouped(weeks)
  return [...units].map(([unitId, rows]) => loadOf(unitId, rows)).sort((a, b) => b.total - a.total)
}

function grouped(weeks: BurdenWeek[]): Map<string, BurdenWeek[]> {
  const units = new Map<string, BurdenWeek[]>()
  weeks.forEach((row) => units.set(row.unitId, [...(units.get(row.unitId) ?? []), row]))
  return units
}

function loadOf(unitId: string, rows: BurdenWeek[]): UnitLoad {
  const byKind = none()
  const byWeek = new Map<string, number>()
  const byCause = new Map<string, number>()
  for (const row of rows) {
    byKind[row.kind] += row.requests
    add(byWeek, row.week, row.requests)
    add(byCause, row.cause, row.requests)
  }
  const [busiestWeek, busiest] = [...byWeek].sort((a, b) => b[1] - a[1])[0] ?? ['', 0]
  return {
    unitId,
    total: rows.reduce((sum, row) => sum + row.requests, 0),
    busiestWeek,
    busiest,
    byKind,
    byCause: [...byCause]
      .map(([cause, requests]) => ({ cause, requests }))
      .sort((a, b) => b.requests - a.requests),
  }
}

/** Requests of each week in order, for the chart. */
export function weeksOf(weeks: BurdenWeek[]): { week: string; requests: number }[] {
  const sums = new Map<string, number>()
  weeks.forEach((row) => add(sums, row.week, row.requests))
  return [...sums]
    .map(([week, requests]) => ({ week, requests }))
    .sort((a, b) => a.week.localeCompare(b.week))
}
