/** The ten groups of the desk's menu, in their order. */
export const GROUPS = [
  '工作台',
  '一张图',
  '测评',
  '点位',
  '督查',
  '问题',
  '网申',
  '群众与志愿',
  '通报',
  '设置',
] as const

export type Group = (typeof GROUPS)[number]

/** What a route tells the menu and the guard. */
export interface RouteMetaOfDesk {
  /** The group of the menu; a route without one is a page that is opened from another page. */
  group?: Group
  /** The name in the menu and of the page. */
  title?: string
  /** The permission that the page needs; the server checks again. Several: one of them is enough. */
  permission?: string | string[]
  /** Place inside the group, small first. */
  order?: number
}

export interface MenuEntry {
  title: string
  path: string
}
export interface MenuGroup {
  group: Group
  entries: MenuEntry[]
}

interface MenuRoute {
  path: string
  meta?: RouteMetaOfDesk
}

export function allowed(permission: string | string[] | undefined, permissions: readonly string[]): boolean {
  if (!permission) return true
  return [permission].flat().some((one) => permissions.includes(one))
}

/** The menu for these permissions: groups without a visible route are left out. */
export function menuOf(routes: readonly MenuRoute[], permissions: readonly string[]): MenuGroup[] {
  return GROUPS.map((group) => ({
    group,
    entries: routes
      .filter((route) => route.meta?.group === group && route.meta.title && !route.path.includes(':'))
      .filter((route) => allowed(route.meta?.permission, permissions))
      .sort((a, b) => (a.meta?.order ?? 100) - (b.meta?.order ?? 100))
      .map((route) => ({ title: route.meta!.title!, path: route.path })),
  })).filter((group) => group.entries.length > 0)
}
