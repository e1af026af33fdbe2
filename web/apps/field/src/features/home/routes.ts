import type { RouteRecordRaw } from 'vue-router'

export default [
  {
    path: '/me',
    component: () => import('./MePage.vue'),
    meta: { title: '我的', tab: '我的', icon: 'user-o', order: 900 },
  },
] satisfies RouteRecordRaw[]
