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
  city: '城市',
  duty: '责任',
  edition: '测评体系',
  'holiday-decree': '节假日安排',
  import: '导入',
  'inspection-plan': '督查计划',
  'inspection-task': '督查任务',
  map: '地图',
  media: '图片',
  observation: '检查记录',
  'office-hours': '工作时间',
  role: '角色',
  round: '测评轮次',
  session: '会话',
  setting: '设置',
  site: '点位',
  'site-type': '点位类型',
  unit: '单位',
  visit: '到访',
  work: '后台工作',
}

const ACTS: Record<string, string> = {
  accept: '受理',
  annul: '撤销',
  assign: '分派',
  attach: '并入',
  change: '修改',
  close: '办结',
  compute: '计算',
  correct: '更正',
  create: '新建',
  decree: '设置',
  discard: '废弃',
  dispatch: '交办',
  draw: '抽取',
  edit: '修改',
  end: '终止',
  extend: '延期',
  finish: '结束',
  forward: '转派',
  hours: '设置',
  import: '导入',
  issue: '印发',
  load: '装入',
  obstruct: '记录受阻',
  open: '开通',
  password: '改密码',
  publish: '发布',
  refuse: '退件',
  reject: '不予受理',
  release: '下达',
  report: '上报',
  return: '退回',
  rework: '返工',
  reword: '改写',
  sign: '签收',
  start: '开始',
  store: '保存',
  submit: '提交',
  upload: '上传',
  verify: '核查',
  withdraw: '撤回',
}

export const subjectWords = (kind: string): string => SUBJECTS[kind] ?? kind

/** `case.dispatch` → 交办; a code without words is shown as it is. */
export function actionWords(action: string): string {
  const parts = action.split('.')
  return ACTS[parts.at(-1) ?? ''] ?? action
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
