import type { StatusTable } from '@civitas/ui'

export type PlanState = 'DRAFT' | 'DRAWN' | 'UNDER_WAY' | 'FINISHED' | 'WITHDRAWN'
export type PlanCommand = 'EDIT' | 'DRAW' | 'REDRAW' | 'ASSIGN' | 'START' | 'FINISH' | 'WITHDRAW'

export interface Quota {
  siteType: string
  areaCode: string
  number: number
}

export interface PlanRow {
  id: string
  title: string
  kindName: string
  firstDay: string
  lastDay: string
  areaName: string
  state: PlanState
  released: boolean
  quota: number
  drawn: number
  assigned: number
  visited: number
  obstructed: number
  findings: number
  createdByName: string
}

export interface Plan extends PlanRow {
  kind: string
  editionId: string
  editionTitle: string
  areaCode: string
  preferNeverDrawn: boolean
  releasedAt: string | null
  releasable: boolean
  own: boolean
  allowed: PlanCommand[]
  quotas: Quota[]
  createdAt: string
  version: number
}

export interface Draw {
  id: string
  number: number
  seed: string
  algorithm: string
  algorithmVersion: number
  candidatesHash: string
  candidates: number
  neverDrawn: number
  preferNeverDrawn: boolean
  quota: number
  drawn: number
  resultHash: string
  shortfalls: string[]
  exclusions: { siteId: string; siteName: string; reason: string }[]
  reason: string
  drawnByName: string
  drawnAt: string
}

export interface Verification {
  holds: boolean
  candidatesUntouched: boolean
  sameResult: boolean
  resultHash: string
  drawn: { rank: number; siteId: string; siteCode: string; siteName: string; ticket: string }[]
}

export interface Task {
  id: string
  rank: number
  siteId: string
  siteCode: string
  siteName: string
  siteTypeName: string
  areaName: string
  address: string
  inspectorId: string | null
  inspectorName: string | null
  state: 'OPEN' | 'VISITED' | 'OBSTRUCTED'
  stateNote: string
  doneAt: string | null
  findings: number
}

export interface Result {
  id: string
  planId: string | null
  kindName: string
  siteId: string
  siteName: string
  siteTypeName: string
  areaName: string
  checkItemCode: string
  checkItemText: string
  outcome: string
  verdict: string
  failed: boolean
  faultWords: string
  pictures: string[]
  longitude: number | null
  latitude: number | null
  anotherSpot: boolean
  observedAt: string
  inspectorName: string | null
  correctionReason: string | null
  corrected: boolean
}

export const KINDS = [
  { value: 'COVERT', word: '暗访' },
  { value: 'OPEN', word: '明查' },
  { value: 'LOOK_BACK', word: '回头看' },
  { value: 'PATROL', word: '日常巡查' },
]

export const PLAN_STATES: StatusTable = {
  DRAFT: { word: '草稿', tone: 'neutral' },
  DRAWN: { word: '已抽取', tone: 'warn' },
  UNDER_WAY: { word: '进行中', tone: 'info' },
  FINISHED: { word: '已结束', tone: 'good' },
  WITHDRAWN: { word: '已撤回', tone: 'neutral' },
}

export const TASK_STATES: StatusTable = {
  OPEN: { word: '待查', tone: 'neutral' },
  VISITED: { word: '已查', tone: 'good' },
  OBSTRUCTED: { word: '查不到', tone: 'warn' },
}
