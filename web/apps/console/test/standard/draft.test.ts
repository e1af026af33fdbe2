import { describe, expect, it } from 'vitest'
import {
  addNode,
  addRequirement,
  childrenOf,
  draftOf,
  faultsByNode,
  formOf,
  mayPlace,
  placeNode,
  recode,
  removeNode,
  stepOf,
  sum,
  sumOfParts,
  whereOf,
} from '@/features/standard/draft'
import type { EditionContent } from '@/features/standard/editions'

const requirement = (code: string, criterionCode: string, full: number) => ({
  code,
  criterionCode,
  method: 'MATERIAL',
  methodWord: '材料审核',
  full,
  ruleType: null,
  ruleText: '',
  sentence: '',
  combination: 'MEAN' as const,
  leadUnitCode: null,
  typeWeights: {},
  coUnitCodes: [],
  evidence: '',
  checkItemCodes: [],
})
const content = (): EditionContent => ({
  edition: {} as EditionContent['edition'],
  full: 3,
  nodes: [
    { code: '1', parentCode: null, criterion: false, name: '甲', full: 3 },
    { code: '1.1', parentCode: '1', criterion: false, name: '乙', full: 2 },
    { code: '1.1.1', parentCode: '1.1', criterion: true, name: '丙', full: 2 },
    { code: '1.2', parentCode: '1', criterion: true, name: '丁', full: 1 },
  ],
  requirements: [requirement('1.1.1-1', '1.1.1', 2), requirement('1.2-1', '1.2', 1)],
  siteTypes: 0,
  checkItems: 0,
  mappings: 0,
  weights: {},
})
const codes = (draft: ReturnType<typeof draftOf>) => formOf(draft, 0).nodes.map((node) => node.code)

describe('the draft of a tree', () => {
  it('is sent as it came when nothing was changed', () => {
    const form = formOf(draftOf(content()), 7)
    expect(form.revision).toBe(7)
    expect(form.nodes.map((node) => [node.code, node.was, node.parentCode])).toEqual([
      ['1', '1', null],
      ['1.1', '1.1', '1'],
      ['1.1.1', '1.1.1', '1.1'],
      ['1.2', '1.2', '1'],
    ])
    expect(form.requirements[0]).toMatchObject({ code: '1.1.1-1', was: '1.1.1-1', criterionCode: '1.1.1' })
  })

  it('moves with keys up, down, in and out, and not where it can not be', () => {
    const draft = draftOf(content())
    expect(stepOf(draft, '1.1', 'up')).toBeNull()
    const down = stepOf(draft, '1.1', 'down')!
    placeNode(draft, '1.1', down.target, down.place)
    expect(codes(draft)).toEqual(['1', '1.2', '1.1', '1.1.1'])
    expect(stepOf(draft, '1.1', 'in')).toBeNull()
    const out = stepOf(draft, '1.1', 'out')!
    placeNode(draft, '1.1', out.target, out.place)
    expect(childrenOf(draft, null).map((node) => node.code)).toEqual(['1', '1.1'])
  })

  it('puts nothing into itself or below a criterion', () => {
    const draft = draftOf(content())
    expect(mayPlace(draft, '1', '1.1', 'inner')).toBe(false)
    expect(mayPlace(draft, '1.1', '1.2', 'inner')).toBe(false)
    expect(mayPlace(draft, '1.2', '1.1', 'inner')).toBe(true)
    placeNode(draft, '1', '1.1', 'inner')
    expect(codes(draft)).toEqual(['1', '1.1', '1.1.1', '1.2'])
  })

  it('gives a new code to all that stands below', () => {
    const draft = draftOf(content())
    recode(draft, '1', '5', true)
    const form = formOf(draft, 0)
    expect(form.nodes.map((node) => node.code)).toEqual(['5', '5.1', '5.1.1', '5.2'])
    expect(form.nodes[2]).toMatchObject({ was: '1.1.1', parentCode: '5.1' })
    expect(form.requirements.map((one) => one.code)).toEqual(['5.1.1-1', '5.2-1'])
  })

  it('adds with free codes and takes away with what stands below', () => {
    const draft = draftOf(content())
    const added = addNode(draft, '1', true)
    expect(added.code).toBe('1.3')
    expect(addRequirement(draft, added).code).toBe('1.3-2')
    removeNode(draft, '1.1')
    expect(codes(draft)).toEqual(['1', '1.2', '1.3'])
    expect(draft.requirements.map((one) => one.code)).toEqual(['1.2-1', '1.3-1', '1.3-2'])
  })

  it('adds points up without dust and names faults at their node', () => {
    expect(sum([0.1, 0.2, null])).toBe(0.3)
    const draft = draftOf(content())
    expect(sumOfParts(draft, draft.nodes[0]!)).toBe(3)
    const fault = (subject: string) => ({ code: 'x', part: '', subject, field: '', message: '' })
    const found = faultsByNode(draft, [fault('1'), fault('1.2-1'), fault('小区-01-01')])
    expect([...found.keys()]).toEqual(['1', '1.2'])
    expect(whereOf(formOf(draft, 0), 'nodes[3].name')).toBe('节点 1.2：')
    expect(whereOf(formOf(draft, 0), 'requirements[0].full')).toBe('要求 1.1.1-1：')
  })
})
