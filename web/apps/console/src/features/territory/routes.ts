import type { RouteRecordRaw } from 'vue-router'

export default [
  {
    path: '/territory/areas',
    component: () => import('./AreasPage.vue'),
    meta: { group: '设置', title: '区划', permission: 'TERRITORY_READ', order: 30 },
  },
  {
    path: '/territory/units',
    component: () => import('./UnitsPage.vue'),
    meta: { group: '设置', title: '单位', permission: 'TERRITORY_READ', order: 40 },
  },
  {
    path: '/territory/duties',
    component: () => import('./DutiesPage.vue'),
    meta: { group: '点位', title: '责任分工', permission: 'TERRITORY_READ', order: 30 },
  },
] satisfies RouteRecordRaw[]
