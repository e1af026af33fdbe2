import { get } from '@civitas/api'
import { useQuery } from '@tanstack/vue-query'
import { SHORTEST_PASSWORD } from '@/session/passwords'

/** An account as the administrator sees it. */
export interface Account {
  id: string
  login: string
  name: string
  roles: string[]
  scopeKind: ScopeKind
  areaCode: string
  unitId: string | null
  enabled: boolean
  version: number
  /** Until when log-ins are not looked at after failures in a row. */
  delayedUntil: string | null
  secondFactor: boolean
  /** What was asked for and waits for a security administrator. */
  wanted: Grant | null
}

/** What an account may do, and how much of the city it sees. */
export interface Grant {
  roles: string[]
  scopeKind: ScopeKind
  areaCode: string
  unitId: string | null
}

export interface GrantRequest {
  accountId: string
  login: string
  name: string
  present: Grant
  wanted: Grant
  askedBy: string
  askedAt: string
}

/** Roles that grant, manage or audit: named when they are asked for. */
export const ADMINISTRATORS = ['ADMINISTRATOR', 'SECURITY_OFFICER', 'AUDITOR']
export type ScopeKind = 'CITY' | 'AREA' | 'UNIT' | 'OWN'

export interface Role {
  code: string
  name: string
  description: string
  scopeKind: ScopeKind
  permissions: string[]
  secondFactor: boolean
  version: number
}
export interface PermissionWords {
  code: string
  words: string
}

export const SCOPE_WORDS: Record<ScopeKind, string> = {
  CITY: '全市',
  AREA: '本区域',
  UNIT: '本单位',
  OWN: '本人',
}

export const useRoles = () =>
  useQuery({ queryKey: ['roles'], queryFn: () => get<Role[]>('/api/roles'), staleTime: 300_000 })

/** Names of roles for a list; an unknown code is shown rather than hidden. */
export function roleNames(codes: string[], roles: Role[] | undefined): string {
  return codes.map((code) => roles?.find((role) => role.code === code)?.name ?? code).join('、')
}

export interface AccountForm {
  login: string
  name: string
  password: string
  roles: string[]
  scopeKind: ScopeKind
  areaCode: string | null
  unitId: string | null
  enabled: boolean
}

/** Why the form can not be sent, or null. */
export function whyNot(form: AccountForm, isNew: boolean): string | null {
  if (isNew && !form.login.trim()) return '请填写账号。'
  if (!form.name.trim()) return '请填写姓名。'
  if (isNew && form.password.length < SHORTEST_PASSWORD) return `初始密码至少 ${SHORTEST_PASSWORD} 位。`
  if (isNew && form.roles.length === 0) return '请至少选择一个角色。'
  if (!form.areaCode) return '请选择区域。'
  return form.scopeKind === 'UNIT' && !form.unitId ? '数据范围是“本单位”时，请选择单位。' : null
}
