import { day, figure, untilWords, type Tone } from '@civitas/ui'

/** One figure of the home page, as the server composes it. */
export interface WorkbenchItem {
  title: string
  figure: number
  unit: string
  url: string
  urgency: 'NORMAL' | 'SOON' | 'OVERDUE'
  due: string | null
}
export interface Workbench {
  todo: WorkbenchItem[]
  changed: WorkbenchItem[]
  standing: WorkbenchItem[]
  /** False: some module could not count. */
  complete: boolean
}

export const URGENCIES: Record<WorkbenchItem['urgency'], { word: string; tone: Tone }> = {
  OVERDUE: { word: '已逾期', tone: 'bad' },
  SOON: { word: '将到期', tone: 'warn' },
  NORMAL: { word: '待办', tone: 'info' },
}

/** Whole numbers as they are; shares and scores with the places they came with, per cent always with two. */
export function figureWords(item: Pick<WorkbenchItem, 'figure' | 'unit'>): string {
  if (item.unit === '%') return figure(item.figure, 2)
  const places = String(item.figure).split('.')[1]?.length ?? 0
  return figure(item.figure, Math.min(places, 2))
}

/** `2026-11-21，还有 9 小时` */
export function dueWords(due: string | null, now: Date = new Date()): string {
  return due ? `最早 ${day(due)}，${untilWords(due, now)}` : ''
}

const ROLE_QUESTIONS: Record<string, string> = {
  CITY_OFFICE: '全市创建工作',
  COUNTY_OFFICE: '本区县创建工作',
  INSPECTOR: '督查与核查',
  UNIT_HANDLER: '本单位承办的问题',
  UNIT_LEADER: '本单位的问题与失分',
  STREET_OFFICER: '本街道（乡镇）承办的问题',
  COMMUNITY_OFFICER: '本社区（村）的问题',
  COVERING_LEADER: '包联片区的情况',
  ADMINISTRATOR: '账号与设置',
  SECURITY_OFFICER: '授权与安全',
  AUDITOR: '审计',
}

/** What this home page is about, for the first role that says so. */
export function subjectOf(roles: { code: string }[]): string {
  return roles.map((role) => ROLE_QUESTIONS[role.code]).find(Boolean) ?? ''
}
