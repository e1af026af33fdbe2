import { del, get, post } from './client'

export interface Named {
  code: string
  name: string
}

/** Who is logged in, and what this account may do and see. */
export interface Session {
  accountId: string
  account: string
  name: string
  roles: Named[]
  permissions: string[]
  city: Named
  unitId: string | null
  unitName: string | null
  areaCode: string
  areaName: string | null
  scope: 'CITY' | 'AREA' | 'UNIT' | 'OWN'
}

export const readSession = () => get<Session>('/api/session')
export const openSession = (account: string, password: string) =>
  post<Session>('/api/session', { account, password })
export const closeSession = () => del('/api/session')
export const readSetup = () => get<{ needed: boolean }>('/api/setup')
