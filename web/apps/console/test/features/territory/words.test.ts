import { describe, expect, it } from 'vitest'
import { digitsBelow, holderWords, needsPerson, spanWords, today } from '@/features/territory/words'

describe('words of duties', () => {
  it('says from when to when a duty holds', () => {
    expect(spanWords('2026-01-01', null)).toBe('2026-01-01 起')
    expect(spanWords('2026-01-01', '2026-12-31')).toBe('2026-01-01 至 2026-12-31')
    expect(spanWords(null, null)).toBe('长期')
  })
  it('names the person before the unit', () => {
    expect(holderWords({ unitName: '某局', personName: '甲', personTitle: '科长' })).toBe('甲 科长（某局）')
    expect(holderWords({ unitName: '某局', personName: null, personTitle: null })).toBe('某局')
  })
  it('knows which duties a person holds', () => {
    expect(['COMPETENT', 'RESPONSIBLE', 'UNIT_LIAISON'].some(needsPerson)).toBe(false)
    expect(['LEADER_COVER', 'SITE_HEAD', 'ROAD_HEAD', 'POST_HEAD'].every(needsPerson)).toBe(true)
  })
  it('takes the day of China', () => {
    expect(today(new Date('2026-11-20T16:30:00Z'))).toBe('2026-11-21')
    expect(today(new Date('2026-11-20T15:30:00Z'))).toBe('2026-11-20')
  })
  it('knows the length of the codes one level down', () => {
    expect([4, 6, 9, 12].map((n) => digitsBelow('1'.repeat(n)))).toEqual([6, 9, 12, 15])
  })
})
