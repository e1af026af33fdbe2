import type { RouteRecordRaw } from 'vue-router'

export default [
  {
    path: '/settings/calendar',
    component: () => import('./CalendarPage.vue'),
    meta: { group: '设置', title: '工作日历', permission: 'SETTING_MANAGE', order: 30 },
  },
] satisfies RouteRecordRaw[]
