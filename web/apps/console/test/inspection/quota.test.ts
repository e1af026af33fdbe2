import { describe, expect, it } from 'vitest'
import { correctionOf, uuid7 } from '@/features/inspection/correction'
import type { Result } from '@/features/inspection/plans'
import {
  fillDown,
  quotasOf,
  shownTypes,
  sumOf,
  tooMany,
  wantedOf,
  type Matrix,
} from '@/features/inspection/quota'

const matrix: Matrix = {
  types: [
    { code: '市场', name: '农贸市场' },
    { code: '小区', name: '居民小区' },
    { code: '河道', name: '河道' },
  ],
  areas: [
    { code: '9901', name: '云川市' },
    { code: '990101', name: '东区' },
  ],
  counts: [
    { siteType: '市场', areaCode: '9901', count: 5 },
    { siteType: '市场', areaCode: '990101', count: 2 },
    { siteType: '小区', areaCode: '9901', count: 9 },
  ],
}

describe('the table of quotas', () => {
  it('shows the types that have a site or a quota', () => {
    expect(shownTypes(matrix, {}).map((type) => type.code)).toEqual(['市场', '小区'])
    expect(shownTypes(matrix, { '河道|9901': 1 })).toHaveLength(3)
  })
  it('leaves out empty cells and comes back as it was', () => {
    const wanted = { '市场|9901': 3, '小区|9901': 0 }
    expect(quotasOf(wanted)).toEqual([{ siteType: '市场', areaCode: '9901', number: 3 }])
    expect(wantedOf(quotasOf(wanted))).toEqual({ '市场|9901': 3 })
  })
  it('fills a column with no more than there is', () => {
    const filled = fillDown({}, matrix, '990101', 4)
    expect(filled).toEqual({ '市场|990101': 2 })
    expect(sumOf(fillDown(filled, matrix, '9901', 4))).toBe(2 + 4 + 4)
  })
  it('notices that the narrower areas take from the whole', () => {
    expect([...tooMany({ '市场|9901': 3, '市场|990101': 2 }, matrix)]).toEqual([])
    expect([...tooMany({ '市场|9901': 4, '市场|990101': 2 }, matrix)]).toEqual(['市场|9901'])
    expect([...tooMany({ '小区|990101': 1 }, matrix)]).toEqual(['小区|990101'])
  })
})

describe('taking a problem back', () => {
  it('is a record of the same form', () => {
    const result = (outcome: string) => ({ checkItemCode: '小区-01-02', outcome }) as Result
    const at = new Date('2026-11-20T04:00:00Z')
    expect(correctionOf(result('NONCONFORMING'), 'x', at).outcome).toBe('CONFORMING')
    expect(correctionOf(result('COUNTED'), 'x', at)).toMatchObject({ outcome: 'COUNTED', count: 0 })
    expect(correctionOf(result('GRADED'), 'x', at)).toMatchObject({ outcome: 'GRADED', grade: 'A' })
    expect(correctionOf(result('MEASURED'), 'x', at).outcome).toBe('NOT_APPLICABLE')
  })
  it('has an id that sorts by time', () => expect(uuid7(2) > uuid7(1)).toBe(true))
})
