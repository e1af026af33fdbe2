import type { Tone } from '@civitas/ui'

/** A case as the phone shows it. */
export interface CaseFile {
  id: string
  number: string
  state: string
  stateWord: string
  urgency: string | null
  urgencyWord: string | null
  version: number
  typeName: string
  description: string
  areaPath: string
  areaName: string
  siteName: string | null
  spot: string
  checkItemText: string | null
  pictureNeeded: boolean
  reportedAt: string
  submittedAt: string | null
  leadUnitName: string | null
  holderUnitId: string | null
  holderUnitName: string | null
  deadlineAt: string | null
  provisional: boolean
  remainingMinutes: number | null
  stopped: boolean
  beforePictures: string[]
  afterPictures: string[]
}

export interface CaseAction {
  command: string
  word: string
  whyNot: string | null
}

export interface CaseDetail {
  file: CaseFile
  limitWords: string | null
  timeline: {
    seq: number
    word: string
    toStateWord: string
    at: string
    actor: string
    words: string
    notes: string[]
    pictures: string[]
  }[]
  actions: CaseAction[]
}

/** What can be done on the phone; everything else is done at the desk. */
export const ON_PHONE: Record<
  string,
  {
    path: string
    words: string
    needed: boolean
    pictures?: boolean
    basis?: boolean
    extra?: object
    done: string
  }
> = {
  SIGN: { path: 'signatures', words: '说明', needed: false, done: '已签收' },
  SUBMIT: { path: 'submissions', words: '整改情况', needed: true, pictures: true, done: '已提交，等待核查' },
  HAND_IN: { path: 'hand-ins', words: '整改情况', needed: true, pictures: true, done: '已报送上级单位' },
  SEND_BACK: { path: 'send-backs', words: '退回原因', needed: true, done: '已退回下级单位' },
  REFUSE: { path: 'refusals', words: '退单原因', needed: true, basis: true, done: '已退单' },
  PASS: { path: 'verifications', words: '核查意见', needed: false, extra: { passed: true }, done: '已销号' },
  FAIL: {
    path: 'verifications',
    words: '退回原因',
    needed: true,
    extra: { passed: false },
    done: '已退回返工',
  },
}

const TONES: Record<string, Tone> = { NORMAL: 'good', NEAR: 'warn', OVERDUE: 'bad', LONG_OVERDUE: 'bad' }
export const toneOf = (urgency: string | null): Tone => TONES[urgency ?? ''] ?? 'neutral'

const DAY_MINUTES = 420
const trimmed = (value: number) => value.toFixed(1).replace(/\.0$/, '')

/** Working time left: `剩 2.5 个工作日`, `超 3 工作小时`. */
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

export function placeOf(file: CaseFile): string {
  const site = file.siteName ?? ''
  if (!file.spot || file.spot === site) return site || file.areaName
  return site && !file.spot.startsWith(site) ? `${site} · ${file.spot}` : file.spot
}
