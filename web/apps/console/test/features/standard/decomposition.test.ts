import { describe, expect, it } from 'vitest'
import { comingWords, kept, type Assigned, type RowFilter } from '@/features/standard/decomposition'

const row = (code: string, more: Partial<Assigned> = {}): Assigned => ({
  kind: 'REQUIREMENT',
  code,
  name: '楼道畅通整洁',
  group: '6 生活环境',
  method: 'SITE',
  methodWord: '实地考察',
  full: 1,
  lead: null,
  cos: [],
  ground: 'NOBODY',
  groundWord: '未指定',
  since: null,
  seen: 0,
  coming: null,
  ...more,
})
const all: RowFilter = { words: '', method: '', group: '', unit: null, gap: false }
const housing = { id: 'u1', name: '住建局' }

describe('the rows of a decomposition', () => {
  const rows = [
    row('6.1-1', { lead: housing }),
    row('6.2-1', { cos: [housing] }),
    row('7.1-1', { method: 'DATA' }),
  ]

  it('are kept by words, method and unit, as lead or as helper', () => {
    expect(kept(rows, { ...all, words: '6.' }).map((one) => one.code)).toEqual(['6.1-1', '6.2-1'])
    expect(kept(rows, { ...all, method: 'DATA' }).map((one) => one.code)).toEqual(['7.1-1'])
    expect(kept(rows, { ...all, unit: 'u1' }).map((one) => one.code)).toEqual(['6.1-1', '6.2-1'])
  })

  it('are a gap without a lead, even when somebody helps', () => {
    expect(kept(rows, { ...all, gap: true }).map((one) => one.code)).toEqual(['6.2-1', '7.1-1'])
  })

  it('say what comes later', () => {
    expect(comingWords(row('1', { coming: { firstDay: '2027-01-01', lead: housing, cos: [] } }))).toBe(
      '2027-01-01 起由住建局牵头',
    )
    expect(comingWords(row('1'))).toBe('')
  })
})
