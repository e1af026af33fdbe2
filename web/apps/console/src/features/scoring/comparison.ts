import { figure } from '@civitas/ui'
import type { RoundRow } from './rounds'

/** What the server answers about two rounds held against each other; effects are percentage points. */
export interface CriterionChange {
  code: string
  title: string
  rateBefore: number | null
  rateAfter: number | null
  judgedBefore: number
  judgedAfter: number
  effect: number
  scopeEffect: number
}
export interface ItemChange {
  code: string
  title: string
  effect: number
  criteria: CriterionChange[]
}
export interface Comparison {
  earlier: RoundRow
  later: RoundRow
  areaName: string | null
  rateBefore: number
  rateAfter: number
  change: number
  scopeEffect: number
  items: ItemChange[]
}
export interface CriterionReasons {
  code: string
  title: string
  types: {
    requirementCode: string
    typeName: string
    sitesBefore: number
    rateBefore: number | null
    sitesAfter: number
    rateAfter: number | null
    sitesBoth: number
    bothBefore: number | null
    bothAfter: number | null
  }[]
  items: {
    itemCode: string
    itemText: string
    lostBefore: number
    lostAfter: number
    findingsBefore: number
    findingsAfter: number
  }[]
  sites: SiteChange[]
}
export interface SiteChange {
  requirementCode: string
  siteId: string
  siteName: string
  typeName: string
  areaName: string
  rateBefore: number
  rateAfter: number
}

/** `+1.25`, `−0.40`, `0.00`: a change with its sign. */
export function signed(value: number, places = 2): string {
  const rounded = Number(value.toFixed(places))
  if (rounded === 0) return figure(0, places)
  return `${rounded > 0 ? '+' : '−'}${figure(Math.abs(rounded), places)}`
}

/** 瀑布图的一步 — where the step begins and ends, in per cent. */
export interface Step {
  name: string
  from: number
  to: number
  kind: 'total' | 'up' | 'down'
  words: string
}

/** From the earlier rate over every item to the later one; items that changed nothing are left out. */
export function stepsOf(comparison: Comparison): Step[] {
  const { rateBefore, rateAfter, items, scopeEffect } = comparison
  const steps: Step[] = [total(comparison.earlier.name, rateBefore)]
  let at = rateBefore
  const add = (name: string, effect: number) => {
    if (effect === 0) return
    steps.push({ name, from: at, to: at + effect, kind: effect > 0 ? 'up' : 'down', words: signed(effect) })
    at += effect
  }
  for (const item of items) add(item.title, item.effect)
  add('测评范围变化', scopeEffect)
  steps.push(total(comparison.later.name, rateAfter))
  return steps
}

const total = (name: string, rate: number): Step => ({
  name,
  from: 0,
  to: rate,
  kind: 'total',
  words: `${figure(rate, 2)}%`,
})

/** Where the axis begins: so far below the lowest step that the steps can be told apart. */
export function axisFrom(steps: readonly Step[]): number {
  const lowest = Math.min(
    ...steps.map((step) => (step.kind === 'total' ? step.to : Math.min(step.from, step.to))),
  )
  const highest = Math.max(...steps.map((step) => Math.max(step.from, step.to)))
  return Math.max(0, Math.floor(lowest - Math.max(1, (highest - lowest) * 0.5)))
}

/** The answer in a sentence, the largest causes first. */
export function answer(comparison: Comparison): string {
  const { change, items, scopeEffect } = comparison
  const head =
    change === 0
      ? '得分率与前一轮持平'
      : `得分率${change > 0 ? '上升' : '下降'} ${figure(Math.abs(change), 2)} 个百分点`
  const part = (up: boolean) =>
    [...items]
      .filter((item) => (up ? item.effect > 0 : item.effect < 0))
      .sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect))
      .slice(0, 2)
      .map((item) => `${item.title}（${signed(item.effect)}）`)
      .join('、')
  const causes = [
    part(true) && `拉高最多的是${part(true)}`,
    part(false) && `拉低最多的是${part(false)}`,
    scopeEffect !== 0 && `测评范围变化 ${signed(scopeEffect)}`,
  ].filter(Boolean)
  return causes.length ? `${head}；${causes.join('；')}。` : `${head}。`
}
