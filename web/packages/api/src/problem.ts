/** One fault of a form: which field, and in words what is wrong with it. */
export interface FieldFault {
  field: string
  message: string
}

/** An answer of the server that is not a success (RFC 9457), or the failure to reach it (status 0). */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly errors: FieldFault[] = [],
    readonly traceId: string | null = null,
  ) {
    super(detail || code || String(status))
    this.name = 'Problem'
  }
}

/** Codes whose words the browser knows better than the server, because they say what to do on this screen. */
const WORDS_BY_CODE: Record<string, string> = {
  'version.stale': '这条记录刚刚被别人改过，请刷新后再操作。',
  'session.expired': '登录已过期，请重新登录。',
  'csrf.invalid': '页面停留过久，请刷新后重试。',
}

const WORDS_BY_STATUS: Record<number, string> = {
  0: '连不上服务器，请检查网络后重试。',
  400: '填写的内容有误，请按提示修改。',
  401: '登录已过期，请重新登录。',
  403: '您没有进行这项操作的权限。',
  404: '没有找到，可能已被删除，或不在您的权限范围内。',
  405: '系统不支持这项操作。',
  409: '与当前状态冲突，请刷新后重试。',
  413: '文件太大，请压缩后再上传。',
  415: '不支持这种文件格式。',
  422: '不符合业务规则，未保存。',
  429: '操作过于频繁，请稍后再试。',
  502: '服务暂时不可用，请稍后再试。',
  503: '服务正在启动或维护，请稍后再试。',
}

const hasChinese = (text: string) => /[\u4e00-\u9fff]/.test(text)

/** 问题说明 — turns whatever was thrown into one Chinese sentence for the person at the screen. */
export function wordsOf(thrown: unknown): string {
  if (!(thrown instanceof Problem)) return '页面出现意外错误，请刷新后重试。'
  const known = WORDS_BY_CODE[thrown.code]
  if (known) return known
  if (thrown.detail && hasChinese(thrown.detail)) return thrown.detail
  const words = WORDS_BY_STATUS[thrown.status]
  if (words) return words
  const trace = thrown.traceId ? `（编号 ${thrown.traceId}）` : ''
  return `系统出错了，请稍后再试${trace}。`
}

/** The words for one field of a form, or null when the server found no fault there. */
export function faultOf(thrown: unknown, field: string): string | null {
  if (!(thrown instanceof Problem)) return null
  return thrown.errors.find((fault) => fault.field === field)?.message ?? null
}

/** Reads a problem document; anything else (a proxy's page, an empty body) becomes a problem without words. */
export function problemFrom(status: number, body: unknown): Problem {
  const document = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>
  const text = (key: string) => (typeof document[key] === 'string' ? (document[key] as string) : '')
  const errors = Array.isArray(document.errors) ? document.errors : []
  return new Problem(
    status,
    text('code'),
    text('detail'),
    errors
      .filter((e) => e && typeof e === 'object')
      .map((e) => ({ field: String(e.field ?? ''), message: String(e.message ?? e.detail ?? '') })),
    text('trace') || null,
  )
}
