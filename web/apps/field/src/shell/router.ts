import { onUnauthorized } from '@civitas/api'
import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'
import { useSession } from '@/session/session'

const found = import.meta.glob<{ default: RouteRecordRaw[] }>('../features/*/routes.ts', { eager: true })

/** The routes of all features; a feature is added by its own `routes.ts` and nothing else. Paths are below `/m/`. */
export const featureRoutes: RouteRecordRaw[] = Object.values(found).flatMap((module) => module.default)

/** The tabs that these permissions see, in order; the first one is the start. */
export const tabsFor = (can: (permission: string | string[] | undefined) => boolean) =>
  featureRoutes
    .filter((route) => route.meta?.tab && can(route.meta.permission))
    .sort((a, b) => (a.meta?.order ?? 100) - (b.meta?.order ?? 100))

export const router = createRouter({
  history: createWebHistory('/m/'),
  routes: [
    {
      path: '/login',
      component: () => import('@/session/LoginPage.vue'),
      meta: { open: true, title: '登录' },
    },
    {
      path: '/',
      component: () => import('./FieldShell.vue'),
      children: [
        {
          // decided behind the guard: before it nobody is known, and everybody would start at 我的
          path: '',
          component: () => import('./NotFoundPage.vue'),
          beforeEnter: () => tabsFor(useSession().can)[0]?.path ?? '/me',
        },
        ...featureRoutes,
        { path: '/:rest(.*)*', component: () => import('./NotFoundPage.vue'), meta: { title: '没有这一页' } },
      ],
    },
  ],
})

router.beforeEach(async (to) => {
  const session = useSession()
  if (!session.known) await session.load()
  if (session.session?.obligation) {
    // what has to be done first is done on the desk's page, which fits a phone too
    location.assign(`/obligation?next=/m${encodeURIComponent(to.fullPath)}`)
    return false
  }
  if (to.meta.open || session.session) return true
  return { path: '/login', query: to.fullPath === '/' ? {} : { next: to.fullPath } }
})
router.afterEach((to) => {
  document.title = to.meta.title ? `${to.meta.title} · 文明创建` : '文明创建'
})

onUnauthorized(() => {
  useSession().session = null
  const current = router.currentRoute.value
  if (!current.meta.open) void router.push({ path: '/login', query: { next: current.fullPath } })
})
