/// <reference types="vite/client" />
import 'vue-router'
import type { RouteMetaOfDesk } from './shell/groups'

declare module 'vue-router' {
  interface RouteMeta extends RouteMetaOfDesk {
    /** Pages before log-in. */
    open?: boolean
  }
}
