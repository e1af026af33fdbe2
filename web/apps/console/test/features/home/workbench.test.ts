import { describe, expect, it } from 'vitest'
import { dueWords, figureWords, subjectOf } from '@/features/home/workbench'

describe('the figures of the home page', () => {
  it.each([
    [12, '件', '12'],
    [12345, '件', '12,345'],
    [98.4, '%', '98.40'],
    [86.35, '分', '86.35'],
    [86.3, '分', '86.3'],
    [86.34567, '分', '86.35'],
  ])('%d %s is shown as %s', (figure, unit, words) => expect(figureWords({ figure, unit })).toBe(words))

  it('says the day beside the words', () => {
    expect(dueWords('2026-11-21T00:00:00Z', new Date('2026-11-20T15:00:00Z'))).toBe(
      '最早 2026-11-21，还有 9 小时',
    )
    expect(dueWords(null)).toBe('')
  })

  it('is about what the first known role does', () => {
    expect(subjectOf([{ code: 'OWN_ROLE' }, { code: 'INSPECTOR' }])).toBe('督查与核查')
    expect(subjectOf([])).toBe('')
  })
})
