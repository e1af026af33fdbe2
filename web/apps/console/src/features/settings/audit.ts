/** One audit line. `details` is JSON as text. */
export interface AuditLine {
  id: number
  at: string
  accountId: string | null
  accountName: string
  action: string
  subjectKind: string
  subjectId: string
  details: string
  trace: string | null
  /** Number and hash in the chain; null for the moment until the line is sealed. */
  number: number | null
  hash: string | null
}

/** A check of the chain; without a report it is under way. */
export interface ChainCheck {
  id: string
  askedAt: string
  accountName: string
  heads: number
  report: ChainReport | null
}

export interface ChainReport {
  sound: boolean
  checked: number
  number: number
  headsGiven: number
  headNumber: number
  /** heads that belong to the chain before a recorded restore */
  headsBeforeRestore: number
  restores: string[]
  faults: { number: number; kind: string; words: string }[]
  unsealed: number
  limits: string[]
}

const SUBJECTS: Record<string, string> = {
  account: '账号',
  audit: '审计',
  area: '区划',
  bulletin: '通报',
  case: '问题',
  'case-route': '交办规则',
  'case-type': '问题类型',
  city: '城市',
  duty: '责任',
  edition: '测评体系',
  'back-test': '预测检验',
  export: '导出',
  forecast: '测评预测',
  'holiday-decree': '节假日安排',
  import: '导入',
  'inspection-plan': '督查计划',
  'inspection-task': '督查任务',
  map: '地图',
  observation: '检查记录',
  'office-hours': '工作时间',
  picture: '图片',
  'ranking-scheme': '排名方案',
  round: '测评轮次',
  role: '角色',
  setting: '设置',
  site: '点位',
  'site-type': '点位类型',
  unit: '单位',
  visit: '现场检查',
  work: '后台工作',
}

const ACTS: Record<string, string> = {
  accept: '受理',
  add: '新建',
  assign: '转派',
  change: '修改',
  commit: '确认导入',
  compute: '计算',
  'confirm-annul': '确认撤销',
  correct: '更正',
  create: '新建',
  decree: '设置',
  discard: '废弃',
  dismiss: '不予受理',
  dispatch: '交办',
  draft: '起草',
  draw: '抽取',
  edit: '修改',
  end: '终止',
  enter: '录入',
  fail: '退回返工',
  find: '督查发现',
  finish: '结束',
  'hand-in': '报送上级单位',
  hours: '设置',
  import: '导入',
  keep: '保存',
  load: '装入',
  move: '变更状态',
  obstruct: '记录受阻',
  open: '开通',
  pass: '核查通过并销号',
  'propose-annul': '申请撤销',
  publish: '发布',
  recall: '改派',
  refuse: '退单',
  'reject-annul': '不同意撤销',
  release: '公开结果',
  report: '上报',
  resume: '恢复使用',
  reword: '改写',
  route: '设置',
  scheme: '设置',
  'seen-again': '再次发现',
  'send-back': '退回下级单位',
  sign: '签收',
  start: '开始',
  submit: '提交整改结果',
  suspend: '停用',
  type: '修改',
  unroute: '取消',
  verify: '核查',
  withdraw: '撤回',
}

/** Whole codes that mean something else than their last part says. */
const ACTIONS: Record<string, string> = {
  'account.password-change': '修改自己的密码',
  'account.password-reset': '重设密码',
  'audit.head': '写出审计链头',
  'audit.verify': '校验审计链',
  'import.preview': '上传导入表',
  'inspection-plan.assign': '分派',
  'session.close': '退出登录',
  'session.delay': '登录失败，开始等待',
  'session.end': '结束登录',
  'session.lift-delay': '解除登录等待',
  'session.open': '登录',
  'session.refuse': '登录失败',
  'sign-in-rules.change': '修改登录规定',
  'account.password-given': '下发初始密码',
  'contact.change': '登记电话',
  'contact.open': '查看完整电话',
  'case.open-personal': '查看案件中的完整号码',
  'account.rescue': '机房应急重设',
  'role.ask': '申请授权',
  'role.grant': '授权',
  'role.reject': '驳回授权申请',
  'role.change': '更改角色权限',
  'second-factor.begin': '开始绑定验证器',
  'second-factor.confirm': '绑定验证器',
  'second-factor.recovery-codes': '重新生成恢复码',
  'second-factor.remove': '解除验证器',
  'second-factor.reset': '解除他人的验证器',
  'visit.submit': '提交现场检查',
  'work.start': '发起后台工作',
  'work.cancel': '取消后台工作',
  'city.restore': '从备份恢复城市',
  'decomposition.change': '调整任务分解',
  'decomposition.undo': '撤销任务分解的一次调整',
  'edition.item-add': '增加检查项',
  'edition.item-remove': '删除检查项',
  'edition.mappings': '修改对应关系',
  'edition.rename': '改名',
  'edition.tree': '修改标准与要求',
  'forecast.make': '作预测',
  'forecast.back-test': '检验预测',
  'forecast.plan': '由预测生成督查计划',
  'forecast.cases': '由预测生成问题',
}

const EXPORTS: Record<string, string> = {
  'account-faulty-rows': '账号导入错误行',
  accounts: '账号',
  'audit-heads': '审计链头',
  'audit-lines': '审计记录',
  bulletin: '通报公文',
  cases: '问题台账',
  'draw-candidates': '抽取候选名单',
  decomposition: '任务分解',
  duties: '责任',
  edition: '测评体系',
  'edition-difference': '测评体系两版差异',
  'faulty-rows': '导入错误行',
  observations: '检查结果',
  'round-losses': '失分归集',
  'round-pieces': '失分明细',
  'round-tree': '得分树',
  sites: '点位',
  'unit-lists': '单位四张清单',
  units: '单位',
}

/** What a person may choose: all actions whose code begins so. */
export const ACTION_OPTIONS = [
  { value: 'export.', word: '导出（全部）' },
  { value: 'import.', word: '导入（全部）' },
  { value: 'session.', word: '登录、退出（全部）' },
  { value: 'account.', word: '账号改动（全部）' },
  { value: 'setting.', word: '设置改动（全部）' },
  { value: 'case.', word: '问题办理（全部）' },
  { value: 'bulletin.', word: '通报（全部）' },
  { value: 'round.', word: '测评（全部）' },
]

/** Names of details that mean the same everywhere. */
const DETAILS: Record<string, string> = {
  after: '改后',
  asked: '所要的内容',
  before: '改前',
  bytes: '字节数',
  by: '方式',
  cause: '缘由',
  enabled: '启用',
  faulty: '有错误的行',
  file: '文件',
  from: '从',
  given: '另外给出的链头',
  good: '可导入的行',
  heads: '比对的链头',
  item: '检查项',
  kind: '种类',
  login: '登录名',
  minutes: '分钟',
  name: '名称',
  number: '编号',
  observations: '检查记录数',
  reason: '理由',
  roles: '角色',
  rolesBefore: '原角色',
  sessions: '会话',
  skipped: '跳过的行',
  title: '标题',
  to: '到',
  unit: '单位',
  value: '内容',
  written: '写入的行',
}

export const subjectWords = (kind: string): string => SUBJECTS[kind] ?? kind

/** `case.dispatch` → 交办; a code without words is shown as it is. */
export function actionWords(action: string): string {
  if (action.startsWith('export.')) {
    const what = action.slice('export.'.length)
    return `导出${EXPORTS[what] ?? what}`
  }
  return ACTIONS[action] ?? ACTS[action.split('.').at(-1) ?? ''] ?? action
}

export const SUBJECT_OPTIONS = Object.entries(SUBJECTS).map(([value, word]) => ({ value, word }))

/** The details as names and values, nested ones as text. */
export function detailRows(details: string): { name: string; value: string }[] {
  try {
    const read: unknown = JSON.parse(details)
    if (!read || typeof read !== 'object') return []
    return Object.entries(read).map(([name, value]) => ({
      name: DETAILS[name] ?? name,
      value: value !== null && typeof value === 'object' ? JSON.stringify(value) : String(value ?? '—'),
    }))
  } catch {
    return []
  }
}
