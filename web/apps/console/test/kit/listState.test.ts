import { describe, expect, it } from 'vitest'
import {
  nextSort,
  PageTrail,
  readState,
  requestOf,
  withValues,
  writeState,
  type Filter,
} from '@/kit/listState'

const filters: Filter[] = [
  { key: 'q', title: '名称', kind: 'text' },
  { key: 'found', title: '发现时间', kind: 'period' },
]

describe('the state of a list lives in the address', () => {
  it('comes back as it was written', () => {
    const state = { values: { q: '市场', foundFrom: '2026-11-01' }, sort: '-foundAt', after: 'c1', open: 'x' }
    expect(readState(writeState(state, filters, {}), filters)).toEqual(state)
  })
  it('keeps what belongs to others on the page', () => {
    const written = writeState({ values: {}, sort: '', after: '', open: '' }, filters, {
      tab: 'map',
      q: 'old',
    })
    expect(written).toEqual({ tab: 'map' })
  })
  it('does not write the list’s own order', () => {
    expect(writeState({ values: {}, sort: 'name', after: '', open: '' }, filters, {}, 'name')).toEqual({})
  })
  it('keeps the opened row apart from a filter of the same name', () => {
    const withOpen: Filter[] = [{ key: 'open', title: '只看未销号', kind: 'flag' }]
    const state = { values: { open: 'true' }, sort: '', after: '', open: 'x' }
    expect(writeState(state, withOpen, {})).toEqual({ open: 'true', row: 'x' })
    expect(readState({ open: 'true', row: 'x' }, withOpen)).toEqual(state)
  })
  it('reads nothing that no filter knows', () => {
    expect(readState({ secret: '1', q: ['a', 'b'] }, filters).values).toEqual({ q: 'a' })
  })
})

describe('what is asked of the server', () => {
  it('joins fixed and chosen parameters with limit and cursor', () => {
    const state = { values: { q: '市场' }, sort: '', after: 'c1', open: 'x' }
    expect(requestOf(state, { kind: 'A' }, 20)).toEqual({
      kind: 'A',
      q: '市场',
      sort: undefined,
      after: 'c1',
      limit: 20,
    })
  })
  it('drops a filter that is emptied', () => {
    expect(withValues({ q: '市场', foundFrom: '2026-11-01' }, { q: '', foundTo: '2026-11-30' })).toEqual({
      foundFrom: '2026-11-01',
      foundTo: '2026-11-30',
    })
  })
  it('sorts up, down, and then not at all', () => {
    expect(nextSort('', 'name')).toBe('name')
    expect(nextSort('name', 'name')).toBe('-name')
    expect(nextSort('-name', 'name')).toBe('')
    expect(nextSort('-name', 'code')).toBe('code')
  })
})

describe('the way back through the pages', () => {
  it('goes back to where each page began', () => {
    const trail = new PageTrail()
    trail.forward('')
    trail.forward('c1')
    expect(trail.before('c2')).toBe(2)
    expect(trail.back()).toBe('c1')
    expect(trail.back()).toBe('')
  })
  it('goes to the first page when a link was opened in the middle', () => {
    const trail = new PageTrail()
    expect(trail.before('c7')).toBeNull()
    expect(trail.back()).toBe('')
  })
  it('forgets when the list is filtered anew', () => {
    const trail = new PageTrail()
    trail.forward('')
    trail.forget()
    expect(trail.before('')).toBe(0)
    expect(trail.back()).toBe('')
  })
})
