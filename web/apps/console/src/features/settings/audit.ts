/** One audit line. `details` is JSON as text. */
export interface AuditLine {
  id: number
  at: string
  accountName: string
  action: string
  subjectKind: string
  subjectId: string
  details: string
  trace: string | null
}

const SUBJECTS: Record<string, string> = {
  account: '账号',
  area: '区划',
  bulletin: '通报',
  case: '问题',
  'case-route': '交办规则',
  'case-type': '问题类型',
  city: '城市',
  duty: '责任',
  edition: '测评体系',
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
  'inspection-plan.assign': '分派',
  'session.open': '登录',
  'session.delay': '登录失败，开始等待',
  'session.lift-delay': '解除登录等待',
  'session.end': '结束登录',
  'account.password-change': '修改自己的密码',
  'account.password-reset': '重设密码',
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
}

export const subjectWords = (kind: string): string => SUBJECTS[kind] ?? kind

/** `case.dispatch` → 交办; a code without words is shown as it is. */
export function actionWords(action: string): string {
  return ACTIONS[action] ?? ACTS[action.split('.').at(-1) ?? ''] ?? action
}

export const SUBJECT_OPTIONS = Object.entries(SUBJECTS).map(([value, word]) => ({ value, word }))

/** The details as names and values, nested ones as text. */
export function detailRows(details: string): { name: string; value: string }[] {
  try {
    const read: unknown = JSON.parse(details)
    if (!read || typeof read !== 'object') return []
    return Object.entries(read).map(([name, value]) => ({
      name,
      value: value !== null && typeof value === 'object' ? JSON.stringify(value) : String(value ?? '—'),
    }))
  } catch {
    return []
  }
}
