import { describe, expect, it } from 'vitest'
import { moved, payload, ready } from '@/features/casework/dispatch'
import { figureWords, rate } from '@/features/casework/figures'
import { leftWords, limitWords, placeOf, type CaseFile, type DispatchPlan } from '@/features/casework/words'

const file = (some: Partial<CaseFile>) =>
  ({ id: 'a', version: 1, areaName: '北门社区', spot: '', siteName: null, ...some }) as CaseFile
const plan = (id: string, unitId: string | null) =>
  ({
    file: file({ id, version: 3 }),
    unitId,
    limit: { amount: 4, unit: 'WORKING_HOURS', words: '4工作小时' },
    pictureNeeded: true,
    ruling: false,
  }) as DispatchPlan

describe('words of cases', () => {
  it('says working time left and over in hours, then in days', () => {
    expect(leftWords(45)).toBe('剩 45 分钟')
    expect(leftWords(150)).toBe('剩 2.5 工作小时')
    expect(leftWords(1050)).toBe('剩 2.5 个工作日')
    expect(leftWords(-420)).toBe('超 7 工作小时')
    expect(leftWords(null)).toBe('')
  })
  it('says a limit as people write it', () => {
    expect(limitWords(3, 'WORKING_DAYS')).toBe('3个工作日')
  })
  it('names the place once', () => {
    expect(placeOf(file({}))).toBe('北门社区')
    expect(placeOf(file({ siteName: '北门市场', spot: '北门市场' }))).toBe('北门市场')
    expect(placeOf(file({ siteName: '北门市场', spot: '北门市场东侧' }))).toBe('北门市场东侧')
    expect(placeOf(file({ siteName: '北门市场', spot: '二楼公厕' }))).toBe('北门市场 · 二楼公厕')
  })
})

describe('the dispatch desk', () => {
  it('moves within the list', () => {
    expect(moved('ArrowDown', 1, 3)).toBe(2)
    expect(moved('ArrowDown', 2, 3)).toBe(2)
    expect(moved('k', 0, 3)).toBe(0)
    expect(moved('End', 0, 3)).toBe(2)
    expect(moved('q', 0, 3)).toBeNull()
  })
  it('dispatches only chosen cases that have a proposal, in the version seen', () => {
    const plans = [plan('a', 'u1'), plan('b', null), plan('c', 'u2')]
    const chosen = ready(plans, ['a', 'b'])
    expect(chosen.map((one) => one.file.id)).toEqual(['a'])
    expect(payload(chosen[0]!, 'r1')).toMatchObject({
      caseId: 'a',
      dispatch: { requestId: 'r1', version: 3, leadUnitId: 'u1', limitAmount: 4, limitUnit: 'WORKING_HOURS' },
    })
  })
})

describe('figures', () => {
  it('shows two places and no number for nothing', () => {
    expect(rate(86.06)).toBe('86.06%')
    expect(rate(null)).toBe('—')
  })
  it('says above a list which figure opened it', () => {
    expect(figureWords({ figure: 'DUE', figureFrom: '2026-11-01', figureTo: '2026-11-30' })).toBe(
      '指标“应办结”背后的案件：2026-11-01 至 2026-11-30。',
    )
    expect(figureWords({})).toBeNull()
  })
})
