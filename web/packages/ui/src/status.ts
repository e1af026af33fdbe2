/** What a colour means, on every screen the same; the word beside it says it again. */
export type Tone = 'neutral' | 'info' | 'good' | 'warn' | 'bad'

/** The states of something: code → word and tone. */
export type StatusTable = Record<string, { word: string; tone: Tone }>

export function statusOf(table: StatusTable, code: string | null | undefined): { word: string; tone: Tone } {
  if (!code) return { word: '—', tone: 'neutral' }
  return table[code] ?? { word: code, tone: 'neutral' }
}

/** 工作进度 */
export const WORK_STATES: StatusTable = {
  WAITING: { word: '排队中', tone: 'neutral' },
  RUNNING: { word: '进行中', tone: 'info' },
  DONE: { word: '已完成', tone: 'good' },
  FAILED: { word: '未完成', tone: 'bad' },
  CANCELLED: { word: '已取消', tone: 'neutral' },
}
