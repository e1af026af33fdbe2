import type { RouteRecordRaw } from 'vue-router'

export default [
  {
    path: '/sites/:token',
    component: () => import('./SitePage.vue'),
    meta: { title: '点位', permission: 'SITE_READ' },
  },
] satisfies RouteRecordRaw[]
