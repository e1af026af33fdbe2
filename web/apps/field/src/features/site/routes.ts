import type { RouteRecordRaw } from 'vue-router'
import { useSession } from '@/session/session'

export default [
  {
    // the address in a site's QR code: an inspector goes straight to the check, others see the site
    path: '/sites/:token',
    component: () => import('./SitePage.vue'),
    meta: { title: '点位', permission: 'SITE_READ' },
    beforeEnter: (to) =>
      useSession().can('INSPECTION_PERFORM') && !('card' in to.query)
        ? { path: `/check/${String(to.params.token)}`, replace: true }
        : true,
  },
] satisfies RouteRecordRaw[]
