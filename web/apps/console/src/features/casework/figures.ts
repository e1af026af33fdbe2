/** What a figure is called, how it is defined, and the list behind it. */
export interface FigureSet {
  found: number
  mended: number
  accepted: number
  dispatched: number
  due: number
  onTime: number
  overdueOpen: number
  submitted: number
  reworked: number
  refused: number
  signedInTime: number
  seenAgain: number
  medianHours: number | null
  p90Hours: number | null
  meanHours: number | null
}

export interface FigureLine {
  key: string
  name: string
  figures: FigureSet
  mendedRate: number | null
  onTimeRate: number | null
  reworkRate: number | null
  refusalRate: number | null
  signedInTimeRate: number | null
  cleared: boolean
}

export interface Figures {
  from: string
  to: string
  cutoff: string
  total: FigureLine
  lines: FigureLine[]
}

export interface FigureColumn {
  title: string
  /** The definition, shown at the head of the column. */
  hint: string
  /** Names of the lists behind numerator and denominator. */
  list: string
  value: (line: FigureLine) => number | null
  rate?: boolean
  parts?: (line: FigureLine) => string
}

const NAMES: Record<string, string> = {
  FOUND: '发现数',
  MENDED: '已整改销号',
  ACCEPTED: '立案数',
  DISPATCHED: '交办数',
  DUE: '应办结',
  ON_TIME: '按时办结',
  OVERDUE_OPEN: '超期在办',
  SUBMITTED: '已提交',
  REWORKED: '返工',
  REFUSED: '退单',
  SIGNED_IN_TIME: '按时签收',
  CLOSED: '已销号',
}

export const COLUMNS: FigureColumn[] = [
  { title: '发现数', hint: '本期上报，不含不予受理和已撤销', list: 'FOUND', value: (l) => l.figures.found },
  { title: '已销号', hint: '本期发现中截至统计时刻已销号', list: 'MENDED', value: (l) => l.figures.mended },
  {
    title: '整改率',
    hint: '已销号 ÷ 发现数',
    list: 'MENDED',
    value: (l) => l.mendedRate,
    rate: true,
    parts: (l) => `${l.figures.mended} ÷ ${l.figures.found}`,
  },
  { title: '交办数', hint: '本期首次交办的轮次', list: 'DISPATCHED', value: (l) => l.figures.dispatched },
  { title: '应办结', hint: '批准的期限落在本期且已到期', list: 'DUE', value: (l) => l.figures.due },
  {
    title: '按时办结率',
    hint: '通过核查的那次提交在期限内 ÷ 应办结',
    list: 'ON_TIME',
    value: (l) => l.onTimeRate,
    rate: true,
    parts: (l) => `${l.figures.onTime} ÷ ${l.figures.due}`,
  },
  {
    title: '超期在办',
    hint: '截至统计时刻超过期限仍未销号',
    list: 'OVERDUE_OPEN',
    value: (l) => l.figures.overdueOpen,
  },
  {
    title: '返工率',
    hint: '被退回返工的轮次 ÷ 本期首次提交的轮次',
    list: 'REWORKED',
    value: (l) => l.reworkRate,
    rate: true,
    parts: (l) => `${l.figures.reworked} ÷ ${l.figures.submitted}`,
  },
  {
    title: '签收及时率',
    hint: '签收时限内签收 ÷ 交办数',
    list: 'SIGNED_IN_TIME',
    value: (l) => l.signedInTimeRate,
    rate: true,
    parts: (l) => `${l.figures.signedInTime} ÷ ${l.figures.dispatched}`,
  },
]

/** `86.06%` from the per cent that the server computed. */
export const rate = (value: number | null) => (value === null ? '—' : `${value.toFixed(2)}%`)

/** The sentence above a list that a figure opened. */
export function figureWords(query: Record<string, string | undefined>): string | null {
  if (query.annulProposed) return '只显示有人申请撤销、等待另一人确认的案件。'
  if (!query.figure) return null
  return `指标“${NAMES[query.figure] ?? query.figure}”背后的案件：${query.figureFrom} 至 ${query.figureTo}。`
}
