import { describe, expect, it } from 'vitest'
import { brierWords, chance, coverageWords, leftOutWords } from '@/features/scoring/forecasts'

describe('words of a forecast', () => {
  it('never says 0 % or 100 % where a draw said otherwise', () => {
    expect(chance(0.2)).toBe('不到 1%')
    expect(chance(0)).toBe('0%')
    expect(chance(61.7)).toBe('62%')
    expect(chance(99.6)).toBe('超过 99%')
    expect(chance(100)).toBe('100%')
  })
  it('names what is left out with its points', () => {
    expect(leftOutWords([])).toBe('')
    expect(leftOutWords([{ method: '问卷调查', requirements: 3, points: 12, why: '' }])).toBe('问卷调查 3 项 12.00 分')
  })
  it('tells a few rounds from enough of them', () => {
    expect(coverageWords(0, 0)).toBe('还没有可对照的测评轮次。')
    expect(coverageWords(4, 5)).toContain('轮次还少')
    expect(coverageWords(11, 12)).not.toContain('轮次还少')
  })
  it('admits a forecast that is worse than the mean', () => {
    expect(brierWords(0.08, 0.1)).toContain('小 20%')
    expect(brierWords(0.12, 0.1)).toContain('还差 20%')
    expect(brierWords(null, null)).toBe('')
  })
})
