/** All times are shown in the time of China, whatever the computer's own zone is. */
const ZONE = 'Asia/Shanghai'
const NOTHING = '—'

type Moment = string | number | Date | null | undefined

const PARTS = new Intl.DateTimeFormat('zh-CN', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

function partsOf(moment: Moment): Record<string, string> | null {
  if (moment === null || moment === undefined || moment === '') return null
  const date = new Date(moment)
  if (Number.isNaN(date.getTime())) return null
  return Object.fromEntries(PARTS.formatToParts(date).map((part) => [part.type, part.value]))
}

/** `2026-11-20` */
export function day(moment: Moment): string {
  if (typeof moment === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(moment)) return moment
  const p = partsOf(moment)
  return p ? `${p.year}-${p.month}-${p.day}` : NOTHING
}

/** `14:05` */
export function clock(moment: Moment): string {
  const p = partsOf(moment)
  return p ? `${p.hour}:${p.minute}` : NOTHING
}

/** `2026-11-20 14:05` */
export function dayTime(moment: Moment): string {
  const p = partsOf(moment)
  return p ? `${p.year}-${p.month}-${p.day} ${p.hour}:${p.minute}` : NOTHING
}

/** `还有 3 小时`, `逾期 2 天`: only beside a date, never instead of it. */
export function untilWords(moment: Moment, now: Date = new Date()): string {
  if (moment === null || moment === undefined || moment === '') return ''
  const millis = new Date(moment).getTime() - now.getTime()
  if (Number.isNaN(millis)) return ''
  const minutes = Math.floor(Math.abs(millis) / 60_000)
  const length =
    minutes < 60
      ? `${minutes} 分钟`
      : minutes < 2880
        ? `${Math.floor(minutes / 60)} 小时`
        : `${Math.floor(minutes / 1440)} 天`
  return millis >= 0 ? `还有 ${length}` : `逾期 ${length}`
}

/** `1,234,567`; with digits: `1,234.50` */
export function figure(value: number | string | null | undefined, digits = 0): string {
  if (value === null || value === undefined || value === '') return NOTHING
  const number = Number(value)
  if (!Number.isFinite(number)) return NOTHING
  return number.toLocaleString('zh-CN', { minimumFractionDigits: digits, maximumFractionDigits: digits })
}

/** A share between 0 and 1 as `98.45%`. */
export function percent(share: number | string | null | undefined, digits = 2): string {
  if (share === null || share === undefined || share === '') return NOTHING
  const number = Number(share)
  return Number.isFinite(number) ? `${(number * 100).toFixed(digits)}%` : NOTHING
}

/** `1.2 MB` */
export function fileSize(bytes: number | null | undefined): string {
  if (bytes === null || bytes === undefined) return NOTHING
  if (bytes < 1024) return `${bytes} B`
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
