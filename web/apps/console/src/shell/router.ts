import { onObliged, onUnauthorized } from '@civitas/api'
import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'
import { useSession } from '@/session/session'

const found = import.meta.glob<{ default: RouteRecordRaw[] }>('../features/*/routes.ts', { eager: true })

/** The routes of all features; a feature is added by its own `routes.ts` and nothing else. */
export const featureRoutes: RouteRecordRaw[] = Object.values(found).flatMap((module) => module.default)

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    {
      path: '/login',
      component: () => import('@/session/LoginPage.vue'),
      meta: { open: true, title: '登录' },
    },
    {
      path: '/obligation',
      component: () => import('@/session/ObligationPage.vue'),
      meta: { title: '必办事项' },
    },
    {
      path: '/setup',
      component: () => import('@/session/SetupPage.vue'),
      meta: { open: true, title: '首次设置' },
    },
    {
      path: '/',
      component: () => import('./DeskShell.vue'),
      children: [
        ...featureRoutes,
        {
          path: '/no-permission',
          component: () => import('@/pages/NoPermissionPage.vue'),
          meta: { title: '没有权限' },
        },
        {
          path: '/:rest(.*)*',
          component: () => import('@/pages/NotFoundPage.vue'),
          meta: { title: '没有这一页' },
        },
      ],
    },
  ],
})

router.beforeEach(async (to) => {
  const session = useSession()
  if (!session.known) await session.load()
  if (to.meta.open) {
    if (to.path === '/login' && session.setupNeeded) return '/setup'
    return true
  }
  if (!session.session) {
    if (session.setupNeeded) return '/setup'
    return { path: '/login', query: to.fullPath === '/' ? {} : { next: to.fullPath } }
  }
  if (session.session.obligation)
    return to.path === '/obligation' || { path: '/obligation', query: { next: to.fullPath } }
  if (!session.can(to.meta.permission)) return { path: '/no-permission', query: { page: to.meta.title } }
  return true
})

router.afterEach((to) => {
  document.title = to.meta.title ? `${to.meta.title} · 文明创建一张网` : '文明创建一张网'
})

onObliged(() => {
  const session = useSession()
  const current = router.currentRoute.value
  if (current.path === '/obligation') return
  void session.load().then(() => {
    if (session.session?.obligation)
      void router.push({ path: '/obligation', query: { next: current.fullPath } })
  })
})

onUnauthorized(() => {
  useSession().session = null
  const current = router.currentRoute.value
  if (!current.meta.open) void router.push({ path: '/login', query: { next: current.fullPath } })
})
