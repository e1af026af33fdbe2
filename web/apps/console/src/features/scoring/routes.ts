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
  {
    path: '/forecasts',
    component: () => import('./ForecastsPage.vue'),
    meta: { group: '测评', title: '测评预测', permission: 'SCORE_READ', order: 2 },
  },
  {
    path: '/forecasts/back-test',
    component: () => import('./BackTestPage.vue'),
    meta: { group: '测评', title: '预测准不准', permission: 'SCORE_READ' },
  },
  {
    path: '/forecasts/:id',
    component: () => import('./ForecastPage.vue'),
    meta: { group: '测评', title: '测评预测', permission: 'SCORE_READ' },
  },
] satisfies RouteRecordRaw[]
