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
  /** What has to be done before anything else. */
  obligation: Obligation | null
}

export type Obligation = 'PASSWORD_CHANGE' | 'SECOND_FACTOR'

/** A session that exists now; of ended ones nothing is kept. */
export interface ListedSession {
  id: string
  openedAt: string
  expiresAt: string
  device: string
  throughProvider: boolean
  current: boolean
}

export const readSession = () => get<Session>('/api/session')
/** Nothing comes back where a code of the authenticator must follow. */
export const openSession = (account: string, password: string) =>
  post<Session | undefined>('/api/session', { account, password })
export const sendCode = (code: string) => post<Session>('/api/session/code', { code })
export const closeSession = () => del('/api/session')
export const readSetup = () => get<{ needed: boolean }>('/api/setup')
