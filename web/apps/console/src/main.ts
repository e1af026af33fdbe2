import { Problem } from '@civitas/api'
import '@civitas/ui/tokens.css'
import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import 'element-plus/theme-chalk/base.css'
import 'element-plus/theme-chalk/el-message-box.css'
import 'element-plus/theme-chalk/el-message.css'
import 'element-plus/theme-chalk/el-notification.css'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import './desk.css'
import { router } from './shell/router'

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      refetchOnWindowFocus: false,
      // An answer of the server does not change by asking again; only a lost line is tried once more.
      retry: (count, fault) => fault instanceof Problem && fault.status === 0 && count < 1,
    },
  },
})

createApp(App).use(createPinia()).use(router).use(VueQueryPlugin, { queryClient: queries }).mount('#app')
