import type { RouteRecordRaw } from 'vue-router'

export default [
  {
    path: '/account',
    component: () => import('./AccountPage.vue'),
    meta: { title: '账号安全' },
  },
] satisfies RouteRecordRaw[]
