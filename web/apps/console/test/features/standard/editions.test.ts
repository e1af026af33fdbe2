import { describe, expect, it } from 'vitest'
import {
  byAspect,
  criteriaMentioning,
  pruned,
  treeOf,
  type CheckItem,
  type EditionContent,
} from '@/features/standard/editions'

const nodes = [
  { code: '1', parentCode: null, criterion: false, name: '生活环境', full: 3 },
  { code: '1.1', parentCode: '1', criterion: true, name: '楼道畅通', full: 2 },
  { code: '1.2', parentCode: '1', criterion: true, name: '照明亮灯', full: 1 },
  { code: '2', parentCode: null, criterion: false, name: '人文环境', full: 1 },
  { code: '2.1', parentCode: '2', criterion: true, name: '文明养犬', full: 1 },
]
const item = (code: string, aspect: string, text: string, exemption: string, serves: string) =>
  ({ code, aspect, text, exemption, faults: [], requirementCodes: [serves] }) as unknown as CheckItem
const items = [
  item('小区-01-01', '公共环境', '楼道无杂物', '集中存放点不计', '1.1-1'),
  item('小区-05-01', '文明行为', '养犬牵绳', '导盲犬不计', '2.1-1'),
]
const content = {
  nodes,
  requirements: [
    { code: '1.1-1', criterionCode: '1.1' },
    { code: '2.1-1', criterionCode: '2.1' },
  ],
} as unknown as EditionContent

describe('an edition as a tree', () => {
  it('hangs every node under its parent', () => {
    const tree = treeOf(nodes)
    expect(tree.map((node) => node.code)).toEqual(['1', '2'])
    expect(tree[0]!.children.map((node) => node.code)).toEqual(['1.1', '1.2'])
  })

  it('finds a criterion by its own words and by an exemption of its check item', () => {
    expect([...criteriaMentioning('照明', content, items)]).toEqual(['1.2'])
    expect([...criteriaMentioning('导盲犬', content, items)]).toEqual(['2.1'])
  })

  it('keeps only what leads to what was found', () => {
    const tree = pruned(treeOf(nodes), new Set(['2.1']))
    expect(tree.map((node) => node.code)).toEqual(['2'])
    expect(pruned(treeOf(nodes), new Set())).toEqual([])
  })
})

describe('check items of a card', () => {
  it('stand under the headings of their aspects', () => {
    expect(byAspect([...items, items[0]!]).map((group) => [group.aspect, group.items.length])).toEqual([
      ['公共环境', 2],
      ['文明行为', 1],
    ])
  })
})
