import type { RouteRecordRaw } from 'vue-router'

export default [
  {
    path: '/map',
    component: () => import('./MapPage.vue'),
    meta: { group: '一张图', title: '一张图', permission: 'SITE_READ', order: 1 },
  },
  {
    path: '/sites',
    component: () => import('./SitesPage.vue'),
    meta: { group: '点位', title: '点位台账', permission: 'SITE_READ', order: 1 },
  },
  {
    path: '/sites/qr-codes',
    component: () => import('./QrPage.vue'),
    meta: { group: '点位', title: '打印二维码', permission: 'SITE_READ', order: 20 },
  },
  {
    path: '/sites/:id',
    component: () => import('./SitePage.vue'),
    meta: { group: '点位', title: '点位', permission: 'SITE_READ' },
  },
  {
    path: '/sites/unanswered',
    component: () => import('./UnansweredSitesPage.vue'),
    meta: { title: '无人负责的点位', permission: 'SITE_READ' },
  },
] satisfies RouteRecordRaw[]
