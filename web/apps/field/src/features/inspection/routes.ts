import type { RouteRecordRaw } from 'vue-router'

export default [
  {
    path: '/tasks',
    component: () => import('./TasksPage.vue'),
    meta: {
      title: '督查任务',
      tab: '任务',
      icon: 'todo-list-o',
      order: 10,
      permission: 'INSPECTION_PERFORM',
    },
  },
  {
    path: '/tasks/:task',
    component: () => import('./SheetPage.vue'),
    meta: { title: '现场检查', permission: 'INSPECTION_PERFORM' },
  },
  {
    // where a site's QR code leads an inspector, see the routes of sites
    path: '/check/:token',
    component: () => import('./SheetPage.vue'),
    meta: { title: '现场检查', permission: 'INSPECTION_PERFORM' },
  },
  {
    path: '/sent',
    component: () => import('./SentPage.vue'),
    meta: { title: '已提交', tab: '已提交', icon: 'records-o', order: 20, permission: 'INSPECTION_PERFORM' },
  },
  {
    path: '/sent/:visit',
    component: () => import('./SentVisitPage.vue'),
    meta: { title: '提交的检查', permission: 'INSPECTION_PERFORM' },
  },
] satisfies RouteRecordRaw[]
