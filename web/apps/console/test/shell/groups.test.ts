import { describe, expect, it } from 'vitest'
import { allowed, menuOf } from '@/shell/groups'

const routes = [
  { path: '/cases', meta: { group: '问题' as const, title: '问题台账', permission: 'case.read', order: 2 } },
  {
    path: '/cases/todo',
    meta: { group: '问题' as const, title: '我的待办', permission: 'case.handle', order: 1 },
  },
  { path: '/cases/:id', meta: { group: '问题' as const, title: '问题详情' } },
  { path: '/', meta: { group: '工作台' as const, title: '工作台' } },
]

describe('the menu', () => {
  it('hides a group without a visible route', () => {
    expect(menuOf(routes, []).map((group) => group.group)).toEqual(['工作台'])
  })
  it('keeps the order of groups and of entries, and leaves detail pages out', () => {
    const menu = menuOf(routes, ['case.read', 'case.handle'])
    expect(menu.map((group) => group.group)).toEqual(['工作台', '问题'])
    expect(menu[1]!.entries.map((entry) => entry.title)).toEqual(['我的待办', '问题台账'])
  })
  it('needs one of several permissions', () => {
    expect(allowed(['a', 'b'], ['b'])).toBe(true)
    expect(allowed(['a', 'b'], ['c'])).toBe(false)
    expect(allowed(undefined, [])).toBe(true)
  })
})
