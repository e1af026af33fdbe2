import { describe, expect, it } from 'vitest'
import {
  changeWords,
  chartOf,
  pieceFilter,
  treeOf,
  type LossRow,
  type TreeLine,
} from '@/features/scoring/rounds'

const line = (place: number, kind: TreeLine['kind'], code: string, parentCode: string | null): TreeLine => ({
  place,
  kind,
  code,
  parentCode,
  title: code,
  rule: '',
  got: 1,
  judged: 1,
  full: 1,
  loss: 0,
  rate: 100,
  rateChange: null,
})
const loss = (name: string, points: number): LossRow => ({
  key: name,
  name,
  loss: points,
  share: 0,
  findings: 1,
  sites: 1,
})

describe('rounds', () => {
  it('nests lines below their parents and requirements below their criterion', () => {
    const tree = treeOf([
      line(1, 'GROUP', '6', null),
      line(2, 'CRITERION', '6.1', '6'),
      line(3, 'REQUIREMENT', '6.1-1', '6.1'),
      line(4, 'GROUP', '7', null),
    ])
    expect(tree.map((node) => node.code)).toEqual(['6', '7'])
    expect(tree[0]?.children?.[0]?.children?.[0]?.code).toBe('6.1-1')
  })

  it('shows the largest bars and says what the rest comes to', () => {
    const rows = Array.from({ length: 15 }, (_, at) => loss(`单位${at}`, 0.1))
    const chart = chartOf(rows, 12)
    expect(chart.bars).toHaveLength(12)
    expect(chart.rest).toBe('图中为前 12 项，其余 3 项共 0.30 分，见表。')
    expect(chartOf(rows, 20).rest).toBe('')
  })

  it('asks for the pieces that nobody answers for by name', () => {
    expect(pieceFilter('DEPARTMENT', null)).toEqual({ department: 'none' })
    expect(pieceFilter('STREET', '990101001')).toEqual({ area: '990101001' })
  })

  it('says the change in words', () => {
    expect(changeWords(1.5)).toBe('比上轮高 1.50 个百分点')
    expect(changeWords(-0.25)).toBe('比上轮低 0.25 个百分点')
    expect(changeWords(0)).toBe('与上轮持平')
    expect(changeWords(null)).toBe('')
  })
})
