import type { RouteRecordRaw } from 'vue-router'

export default [
  {
    path: '/rounds',
    component: () => import('./RoundsPage.vue'),
    meta: { group: '测评', title: '测评轮次', permission: 'SCORE_READ', order: 1 },
  },
  {
    path: '/rounds/:id',
    component: () => import('./RoundPage.vue'),
    meta: { group: '测评', title: '测评轮次', permission: 'SCORE_READ' },
  },
] satisfies RouteRecordRaw[]
