import { figure } from '@civitas/ui'

/** What the server answers about forecasts: scores and losses in per cent of the judged points, probabilities in per cent. */
export interface ForecastRow {
  id: string
  editionTitle: string
  areaName: string
  madeAt: string
  madeBy: string
  mean: number
  low: number
  high: number
  target: number
  reached: number
}
export interface LeftOut {
  method: string
  requirements: number
  points: number
  why: string
}
export interface Batch {
  kind: 'PLAN' | 'CASES'
  siteIds: string[]
  planId: string | null
  caseIds: string[]
  madeAt: string
  madeBy: string
}
export interface Made {
  batch: Batch
  already: boolean
}
export interface Turn {
  mended: number
  mean: number
  reached: number
}
export interface Forecast extends ForecastRow {
  editionId: string
  areaCode: string
  asOf: string
  seed: string
  draws: number
  halfLifeDays: number
  plan: { typeCode: string; typeName: string; number: number }[]
  deviation: number
  meanError: number
  expected: number | null
  bins: { from: number; draws: number }[]
  criteria: { code: string; title: string; loss: number; judged: number }[]
  units: { line: 'DEPARTMENT' | 'TERRITORY'; unitId: string | null; name: string; loss: number }[] | null
  turns: Turn[] | null
  batches: Batch[] | null
  leftOut: LeftOut[]
  fixed: {
    code: string
    label: string
    got: number
    judged: number
    deviation: number
    asOf: string | null
  }[]
  visitCorrelation: number
  siteCorrelation: number
  sitesPlanned: number
  population: number
  neverVisited: number
  history: number
  secretPlans: number
  sitesOpen: boolean
}
export interface SiteLoss {
  rank: number
  siteId: string
  code: string
  name: string
  typeCode: string
  typeName: string
  areaName: string
  department: string | null
  territory: string | null
  drawn: number
  loss: number
  lossIfDrawn: number
  pass: number
  visits: number
}
export interface SiteForecast {
  site: SiteLoss
  items: { itemCode: string; title: string; pass: number; absent: number }[]
  history: {
    at: string
    kind: string
    itemCode: string
    itemText: string
    outcome: string
    failed: boolean
    faultWords: string
  }[]
  shared: number
  weight: number
  seen: number
}
export interface WhatIf {
  mean: number
  low: number
  high: number
  reached: number
}
export interface Prepared {
  types: { typeCode: string; typeName: string; population: number; items: number; proposed: number }[]
  leftOut: LeftOut[]
}
export interface BackTest {
  editionTitle: string
  areaName: string
  madeAt: string
  madeBy: string
  seed: string
  draws: number
  rounds: {
    roundId: string
    name: string
    began: string
    mean: number
    low: number
    high: number
    found: number
    inside: boolean
    brier: number
    plainBrier: number
    judged: number
    known: number
  }[]
  inside: number
  brier: number | null
  plainBrier: number | null
  steps: { from: number; items: number; predicted: number | null; passed: number | null }[]
}

/** Scores with two places, as rounds print them. */
export const score = (value: number | null | undefined) => figure(value, 2)
/** Losses of single sites are small: three places. */
export const small = (value: number | null | undefined) => figure(value, 3)
/** `62 %`: more places would pretend to know more than the draws tell. */
export const chance = (value: number) =>
  value > 0 && value < 1 ? '不到 1%' : value > 99 && value < 100 ? '超过 99%' : `${figure(Math.round(value))}%`

export const band = (one: { low: number; high: number }) => `${score(one.low)}—${score(one.high)}`

/** `材料审核 12 项 24.00 分`; empty where nothing is left out. */
export function leftOutWords(rows: readonly LeftOut[]): string {
  return rows.map((row) => `${row.method} ${row.requirements} 项 ${score(row.points)} 分`).join('、')
}

/** How far a back-test bears the band: honest words, also where there are too few rounds. */
export function coverageWords(inside: number, rounds: number): string {
  if (rounds === 0) return '还没有可对照的测评轮次。'
  const words = `${rounds} 轮中有 ${inside} 轮的实际得分落在预测区间内，理想是十之九。`
  return rounds < 10 ? `${words}轮次还少，只能作参考。` : words
}

/** Smaller is better; what counts is whether it beats always expecting the mean. */
export function brierWords(own: number | null, plain: number | null): string {
  if (own === null || plain === null || plain === 0) return ''
  const better = Math.round((1 - own / plain) * 100)
  if (better > 0) return `比“每项都按全市平均估计”的误差小 ${better}%。`
  return better === 0 ? '与“每项都按全市平均估计”一样准。' : `比“每项都按全市平均估计”还差 ${-better}%，请谨慎使用。`
}
