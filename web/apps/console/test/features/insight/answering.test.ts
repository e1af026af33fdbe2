import { describe, expect, it } from 'vitest'
import { placeOf, spanWords, type DutyRow, type StandardLine } from '@/features/insight/answering'

const line = (kind: StandardLine['kind'], code: string) => ({ kind, code, editionId: 'e' }) as StandardLine

describe('what a unit answers for', () => {
  it('opens a requirement at its criterion and an item at the card of its type of site', () => {
    expect(placeOf(line('REQUIREMENT', '6.2.1-1'))).toEqual({ path: '/editions/e', query: { node: '6.2.1' } })
    expect(placeOf(line('CHECK_ITEM', '小区-01-02'))).toEqual({
      path: '/site-types/小区',
      query: { edition: 'e' },
    })
    expect(placeOf(line('SITE_TYPE', '小区')).path).toBe('/site-types/小区')
  })

  it('says from when to when', () => {
    expect(spanWords({ firstDay: '2026-01-01', lastDay: null } as DutyRow)).toBe('2026-01-01 起')
    expect(spanWords({ firstDay: null, lastDay: '2026-12-31' } as DutyRow)).toBe('体系启用 至 2026-12-31')
  })
})
