import type { StatusTable, Tone } from '@civitas/ui'

export interface Site {
  id: string
  code: string
  name: string
  typeCode: string
  typeName: string
  areaCode: string
  areaPath: string
  address: string
  longitude: number
  latitude: number
  departmentUnitId: string | null
  departmentUnitName: string | null
  territorialUnitId: string | null
  territorialUnitName: string | null
  personInCharge: string
  note: string
  state: 'ACTIVE' | 'SUSPENDED'
  stateLabel: string
  token: string
  changedAt: string
  version: number
}

export interface SiteType {
  code: string
  name: string
  kindWord: string
  route: string
  checkItems: number
}

export interface SitePoint {
  id: string
  code: string
  name: string
  typeCode: string
  state: 'ACTIVE' | 'SUSPENDED'
  lon: number
  lat: number
}

export interface SiteVersion {
  version: number
  changedAt: string
  changedBy: string
  change: string
  facts: { fact: string; before: string; after: string }[]
}

export interface CheckItem {
  code: string
  aspect: string
  text: string
  kindWord: string
  look: string
  exemption: string
  pictureNeeded: boolean
}

export const SITE_STATES: StatusTable = {
  ACTIVE: { word: '在用', tone: 'good' },
  SUSPENDED: { word: '停用', tone: 'neutral' },
}

export const pointTone = (state: string): Tone => (state === 'ACTIVE' ? 'info' : 'neutral')

/** Without the city's own name, which every path begins with. */
export const shortPath = (path: string) => {
  const names = path.split('/')
  return (names.length > 1 ? names.slice(1) : names).join(' › ')
}

export const degrees = (value: number) => value.toFixed(6)
