import { post } from '@civitas/api'
import type { CaseDetail } from './words'

/** Path and form of each command. `result`: pictures or a link; `danger`: asks with a red button. */
export interface Command {
  path: string
  form: 'words' | 'dispatch' | 'refusal' | 'assignment' | 'result'
  wordsLabel: string
  wordsNeeded: boolean
  extra?: Record<string, unknown>
  danger?: boolean
  primary?: boolean
  done: string
}

export const COMMANDS: Record<string, Command> = {
  ACCEPT: {
    path: 'acceptances',
    form: 'words',
    wordsLabel: '说明',
    wordsNeeded: false,
    primary: true,
    done: '已受理，等待交办。',
  },
  DISMISS: {
    path: 'dismissals',
    form: 'words',
    wordsLabel: '不予受理的原因',
    wordsNeeded: true,
    danger: true,
    done: '已记为不予受理。',
  },
  DISPATCH: {
    path: 'dispatches',
    form: 'dispatch',
    wordsLabel: '交办要求',
    wordsNeeded: false,
    primary: true,
    done: '已交办。',
  },
  SIGN: {
    path: 'signatures',
    form: 'words',
    wordsLabel: '说明',
    wordsNeeded: false,
    primary: true,
    done: '已签收。',
  },
  REFUSE: {
    path: 'refusals',
    form: 'refusal',
    wordsLabel: '退单原因',
    wordsNeeded: true,
    danger: true,
    done: '已退单，案件回到待交办。',
  },
  RECALL: {
    path: 'recalls',
    form: 'words',
    wordsLabel: '改派原因',
    wordsNeeded: true,
    done: '已收回，等待重新交办。',
  },
  ASSIGN: {
    path: 'assignments',
    form: 'assignment',
    wordsLabel: '转派要求',
    wordsNeeded: false,
    done: '已转派。',
  },
  HAND_IN: {
    path: 'hand-ins',
    form: 'result',
    wordsLabel: '整改情况',
    wordsNeeded: true,
    primary: true,
    done: '已报送上级单位。',
  },
  SEND_BACK: {
    path: 'send-backs',
    form: 'words',
    wordsLabel: '退回原因',
    wordsNeeded: true,
    done: '已退回下级单位。',
  },
  SUBMIT: {
    path: 'submissions',
    form: 'result',
    wordsLabel: '整改情况',
    wordsNeeded: true,
    primary: true,
    done: '已提交，等待核查。',
  },
  PASS: {
    path: 'verifications',
    form: 'words',
    wordsLabel: '核查意见',
    wordsNeeded: false,
    extra: { passed: true },
    primary: true,
    done: '已销号。',
  },
  FAIL: {
    path: 'verifications',
    form: 'words',
    wordsLabel: '退回原因',
    wordsNeeded: true,
    extra: { passed: false },
    danger: true,
    done: '已退回返工。',
  },
  PROPOSE_ANNUL: {
    path: 'annulments',
    form: 'words',
    wordsLabel: '撤销原因',
    wordsNeeded: true,
    extra: { answer: 'PROPOSE' },
    done: '已申请撤销，等待另一人确认。',
  },
  CONFIRM_ANNUL: {
    path: 'annulments',
    form: 'words',
    wordsLabel: '说明',
    wordsNeeded: false,
    extra: { answer: 'CONFIRM' },
    danger: true,
    done: '案件已撤销。',
  },
  REJECT_ANNUL: {
    path: 'annulments',
    form: 'words',
    wordsLabel: '说明',
    wordsNeeded: false,
    extra: { answer: 'REJECT' },
    done: '案件保留。',
  },
}

/** A new id per act: sending it twice does it once. */
export function requestId(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID()
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

export function take(
  caseId: string,
  command: string,
  body: Record<string, unknown>,
): Promise<CaseDetail | undefined> {
  const { path, extra } = COMMANDS[command]!
  return post<CaseDetail | undefined>(`/api/cases/${caseId}/${path}`, { ...body, ...extra })
}
