import type { StatusTable } from '@civitas/ui'

export interface BulletinLine {
  id: string
  state: 'DRAFT' | 'PUBLISHED'
  title: string
  number: string
  edition: number
  areaCode: string
  areaName: string
  periodFirst: string
  periodLast: string
  rankedUnits: number
  rankedStreets: number
  characters: number
  createdAt: string
  publishedAt: string | null
  correctedBy: string | null
}
export interface Head {
  organ: string
  addressee: string
  signature: string
  copies: string
}
export interface Block {
  kind: 'HEADING' | 'SUBHEADING' | 'PARAGRAPH' | 'TABLE' | 'PICTURES'
  text: string
  head: string[]
  rows: string[][]
  before: string | null
  after: string | null
  beforeWords: string
  afterWords: string
}
export interface Step {
  indicator: string
  definition: string
  numerator: string
  denominator: string
  value: number
  weight: number
  product: number
}
export interface Rank {
  rank: number
  id: string
  name: string
  total: number
  computation: string
  steps: Step[]
  found: number
  due: number
  sites: number | null
}
export interface Ranking {
  scheme: string
  schemeEdition: number
  lines: Rank[]
  unranked: { id: string; name: string; reason: string }[]
}
export interface Typical {
  caseId: string
  number: string
  place: string
  words: string
  unit: string
  before: string | null
  after: string | null
  beforeWords: string
  afterWords: string
}
export interface Bulletin {
  line: BulletinLine
  numberWord: string
  cutoffAt: string
  roundId: string | null
  correctsId: string | null
  correctionReason: string | null
  head: Head
  date: string
  blocks: Block[]
  units: Ranking
  streets: Ranking
  opening: string
  typical: Typical[]
  requirements: string[]
  mostCharacters: number
  warnings: string[]
  createdBy: string
  publishedBy: string | null
  version: number
}
export interface SchemeItem {
  indicator: string
  word: string
  definition: string
  weight: number
}
export interface Scheme {
  id: string
  name: string
  edition: number
  leastDue: number
  items: SchemeItem[]
}
export interface PublishedRound {
  id: string
  name: string
  areaName: string
  periodFirst: string
  periodLast: string
  publishedAt: string
}

export const BULLETIN_STATES: StatusTable = {
  DRAFT: { word: '草稿', tone: 'warn' },
  PUBLISHED: { word: '已发布', tone: 'good' },
}

/** Two places, as the paper prints them. */
export const two = (value: number) => value.toFixed(2)

/** The month before the day: what a bulletin of that day usually speaks of. */
export function lastMonth(today: string): [string, string] {
  const [year, month] = today.split('-').map(Number) as [number, number]
  const first = new Date(Date.UTC(year, month - 2, 1))
  const last = new Date(Date.UTC(year, month - 1, 0))
  return [first.toISOString().slice(0, 10), last.toISOString().slice(0, 10)]
}

export const sumOf = (items: { weight: number }[]) => items.reduce((sum, item) => sum + (item.weight || 0), 0)
