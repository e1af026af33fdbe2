import type { RouteRecordRaw } from 'vue-router'

export default [
  {
    path: '/settings/accounts',
    component: () => import('./AccountsPage.vue'),
    meta: { group: '设置', title: '账号', permission: ['ACCOUNT_MANAGE', 'ROLE_GRANT'], order: 10 },
  },
  {
    path: '/settings/grants',
    component: () => import('./GrantsPage.vue'),
    meta: { group: '设置', title: '授权申请', permission: 'ROLE_GRANT', order: 15 },
  },
  {
    path: '/settings/roles',
    component: () => import('./RolesPage.vue'),
    meta: { group: '设置', title: '角色与权限', permission: ['ACCOUNT_MANAGE', 'ROLE_GRANT'], order: 20 },
  },
  {
    path: '/settings/sign-in',
    component: () => import('./SignInRulesPage.vue'),
    meta: { group: '设置', title: '登录规定', permission: 'ROLE_GRANT', order: 25 },
  },
  {
    path: '/settings/audit',
    component: () => import('./AuditPage.vue'),
    meta: { group: '设置', title: '审计记录', permission: 'AUDIT_READ', order: 70 },
  },
  {
    path: '/settings/system',
    component: () => import('./SystemPage.vue'),
    meta: { group: '设置', title: '系统状况', permission: 'SETTING_MANAGE', order: 72 },
  },
  {
    path: '/settings/burden',
    component: () => import('./BurdenPage.vue'),
    meta: { group: '设置', title: '基层负担', permission: 'BURDEN_READ', order: 60 },
  },
  {
    path: '/settings/cities',
    component: () => import('./CitiesPage.vue'),
    meta: { group: '设置', title: '城市', permission: 'CITY_MANAGE', order: 75 },
  },
  {
    path: '/settings/filing',
    component: () => import('./FilingPage.vue'),
    meta: { group: '设置', title: '备案与投诉建议', order: 80 },
  },
  {
    path: '/settings/about',
    component: () => import('./AboutPage.vue'),
    meta: { group: '设置', title: '关于', order: 90 },
  },
] satisfies RouteRecordRaw[]
