import type { RouteRecordRaw } from 'vue-router'

export default [
  {
    path: '/editions',
    component: () => import('./EditionsPage.vue'),
    meta: { group: '测评', title: '测评体系', permission: 'STANDARD_READ', order: 10 },
  },
  {
    path: '/editions/:id',
    component: () => import('./EditionPage.vue'),
    meta: { group: '测评', title: '测评体系', permission: 'STANDARD_READ' },
  },
  {
    path: '/editions/:id/edit',
    component: () => import('./EditionEditPage.vue'),
    meta: { group: '测评', title: '编辑体系', permission: 'STANDARD_EDIT' },
  },
  {
    path: '/editions/:id/differences',
    component: () => import('./DifferencesPage.vue'),
    meta: { group: '测评', title: '版本差异', permission: 'STANDARD_READ' },
  },
  {
    path: '/editions/:id/mappings',
    component: () => import('./MappingsPage.vue'),
    meta: { group: '测评', title: '跨体系对应', permission: 'STANDARD_READ' },
  },
  {
    path: '/editions/:id/decomposition',
    component: () => import('./DecompositionPage.vue'),
    meta: { group: '测评', title: '任务分解', permission: 'STANDARD_READ' },
  },
  {
    path: '/site-types',
    component: () => import('./SiteTypesPage.vue'),
    meta: { group: '点位', title: '点位类型与标准', permission: 'STANDARD_READ', order: 40 },
  },
  {
    path: '/site-types/:code',
    component: () => import('./SiteTypePage.vue'),
    meta: { group: '点位', title: '标准明白卡', permission: 'STANDARD_READ' },
  },
] satisfies RouteRecordRaw[]
