import type { RouteRecordRaw } from 'vue-router'

export default [
  {
    path: '/cases',
    component: () => import('./TodoPage.vue'),
    meta: { title: '单位待办', tab: '待办', icon: 'todo-list-o', order: 30, permission: 'CASE_HANDLE' },
  },
  {
    path: '/verification',
    component: () => import('./VerifyPage.vue'),
    meta: { title: '待核查', tab: '核查', icon: 'passed', order: 40, permission: 'CASE_VERIFY' },
  },
  {
    path: '/cases/:id',
    component: () => import('./CasePage.vue'),
    meta: { title: '问题', permission: ['CASE_HANDLE', 'CASE_VERIFY', 'CASE_READ'] },
  },
] satisfies RouteRecordRaw[]
