import type { RouteRecordRaw } from 'vue-router'

export default [
  {
    path: '/responsibility',
    component: () => import('./ResponsibilityPage.vue'),
    meta: { group: '工作台', title: '我负责什么', permission: 'STANDARD_READ', order: 20 },
  },
] satisfies RouteRecordRaw[]
