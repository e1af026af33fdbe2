/// <reference types="vite/client" />
import 'vue-router'

declare module 'vue-router' {
  interface RouteMeta {
    /** The name of the page, shown in the bar above. */
    title?: string
    /** The name in the tab bar; a route without one is opened from another page. */
    tab?: string
    /** Icon of the tab, a name of Vant's icons. */
    icon?: string
    order?: number
    permission?: string | string[]
    /** Pages before log-in. */
    open?: boolean
  }
}
