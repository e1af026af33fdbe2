import { describe, expect, it } from 'vitest'
import { answer, axisFrom, signed, stepsOf, type Comparison } from '@/features/scoring/comparison'
import type { RoundRow } from '@/features/scoring/rounds'

const item = (title: string, effect: number) => ({ code: title, title, effect, criteria: [] })
const comparison = (items: ReturnType<typeof item>[], scopeEffect: number): Comparison => {
  const change = items.reduce((sum, one) => sum + one.effect, scopeEffect)
  return {
    earlier: { id: 'a', name: '九月' } as RoundRow,
    later: { id: 'b', name: '十月' } as RoundRow,
    areaName: null,
    rateBefore: 80,
    rateAfter: 80 + change,
    change,
    scopeEffect,
    items,
  }
}

describe('comparison', () => {
  it('leads from the earlier rate over every change to the later one', () => {
    const steps = stepsOf(comparison([item('环境', 3), item('秩序', -1), item('平', 0)], 0.5))
    expect(steps.map((step) => [step.name, step.from, step.to, step.kind])).toEqual([
      ['九月', 0, 80, 'total'],
      ['环境', 80, 83, 'up'],
      ['秩序', 83, 82, 'down'],
      ['测评范围变化', 82, 82.5, 'up'],
      ['十月', 0, 82.5, 'total'],
    ])
    expect(axisFrom(steps)).toBe(78)
  })
  it('says the largest causes in a sentence', () => {
    expect(answer(comparison([item('环境', 3), item('秩序', -1)], 0.5))).toBe(
      '得分率上升 2.50 个百分点；拉高最多的是环境（+3.00）；拉低最多的是秩序（−1.00）；测评范围变化 +0.50。',
    )
    expect(answer(comparison([item('环境', 0)], 0))).toBe('得分率与前一轮持平。')
  })
  it('gives every change its sign', () => {
    expect([signed(1.234), signed(-0.5), signed(0.001)]).toEqual(['+1.23', '−0.50', '0.00'])
  })
})
