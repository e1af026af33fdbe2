import type { RouteRecordRaw } from 'vue-router'

export default [
  {
    path: '/inspection/plans',
    component: () => import('./PlansPage.vue'),
    meta: {
      group: '督查',
      title: '督查计划',
      permission: ['INSPECTION_PLAN', 'INSPECTION_READ'],
      order: 1,
    },
  },
  {
    path: '/inspection/plans/:id/edit',
    component: () => import('./PlanEditPage.vue'),
    meta: { group: '督查', title: '编制督查计划', permission: 'INSPECTION_PLAN' },
  },
  {
    path: '/inspection/plans/:id',
    component: () => import('./PlanPage.vue'),
    meta: { group: '督查', title: '督查计划', permission: ['INSPECTION_PLAN', 'INSPECTION_READ'] },
  },
  {
    path: '/inspection/results',
    component: () => import('./ResultsPage.vue'),
    meta: {
      group: '督查',
      title: '检查结果',
      permission: ['INSPECTION_PLAN', 'INSPECTION_READ'],
      order: 2,
    },
  },
] satisfies RouteRecordRaw[]
