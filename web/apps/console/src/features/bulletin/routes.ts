import type { RouteRecordRaw } from 'vue-router'

const READ = ['BULLETIN_READ', 'BULLETIN_EDIT']

export default [
  {
    path: '/bulletins',
    component: () => import('./BulletinsPage.vue'),
    meta: { group: '通报', title: '通报', permission: READ, order: 1 },
  },
  {
    path: '/bulletins/:id',
    component: () => import('./BulletinPage.vue'),
    meta: { group: '通报', title: '通报', permission: READ },
  },
  {
    path: '/ranking-schemes',
    component: () => import('./SchemesPage.vue'),
    meta: { group: '通报', title: '排名办法', permission: READ, order: 2 },
  },
] satisfies RouteRecordRaw[]
