import type { RouteRecordRaw } from 'vue-router'

const READ = ['CASE_READ', 'CASE_VERIFY']

export default [
  {
    path: '/cases',
    component: () => import('./LedgerPage.vue'),
    meta: { group: '问题', title: '问题台账', permission: READ, order: 1 },
  },
  {
    path: '/cases/dispatch',
    component: () => import('./DispatchPage.vue'),
    meta: { group: '问题', title: '待交办', permission: 'CASE_COORDINATE', order: 2 },
  },
  {
    path: '/cases/todo',
    component: () => import('./TodoPage.vue'),
    meta: { group: '问题', title: '单位待办', permission: 'CASE_HANDLE', order: 3 },
  },
  {
    path: '/cases/verification',
    component: () => import('./VerifyPage.vue'),
    meta: { group: '问题', title: '待核查', permission: 'CASE_VERIFY', order: 4 },
  },
  {
    path: '/cases/figures',
    component: () => import('./FiguresPage.vue'),
    meta: { group: '问题', title: '整改统计', permission: 'CASE_READ', order: 5 },
  },
  {
    path: '/cases/types',
    component: () => import('./TypesPage.vue'),
    meta: { group: '问题', title: '问题类型', permission: 'CASE_COORDINATE', order: 6 },
  },
  {
    path: '/cases/:id',
    component: () => import('./CasePage.vue'),
    meta: { group: '问题', title: '问题', permission: READ },
  },
] satisfies RouteRecordRaw[]
