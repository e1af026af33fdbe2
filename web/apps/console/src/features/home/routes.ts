import type { RouteRecordRaw } from 'vue-router'

export default [
  {
    path: '/',
    component: () => import('./HomePage.vue'),
    meta: { group: '工作台', title: '工作台', order: 1 },
  },
] satisfies RouteRecordRaw[]
