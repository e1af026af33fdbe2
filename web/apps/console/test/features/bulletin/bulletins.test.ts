import { describe, expect, it } from 'vitest'
import { lastMonth, sumOf, two } from '../../../src/features/bulletin/bulletins'

describe('bulletins', () => {
  it('offers the month before, also over the turn of the year and after a short month', () => {
    expect(lastMonth('2026-11-20')).toEqual(['2026-10-01', '2026-10-31'])
    expect(lastMonth('2026-01-05')).toEqual(['2025-12-01', '2025-12-31'])
    expect(lastMonth('2026-03-31')).toEqual(['2026-02-01', '2026-02-28'])
  })

  it('prints two places', () => {
    expect(two(90.4)).toBe('90.40')
  })

  it('adds weights and takes an empty field for nothing', () => {
    expect(sumOf([{ weight: 40 }, { weight: NaN }, { weight: 60 }])).toBe(100)
  })
})
