import { Problem } from '@civitas/api'
import '@civitas/ui/tokens.css'
import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { createPinia } from 'pinia'
import { Locale } from 'vant'
import zhCn from 'vant/es/locale/lang/zh-CN'
import 'vant/es/dialog/style'
import 'vant/es/image-preview/style'
import 'vant/es/toast/style'
import { createApp } from 'vue'
import App from './App.vue'
import './field.css'
import { router } from './shell/router'

Locale.use('zh-CN', zhCn)

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (count, fault) => fault instanceof Problem && fault.status === 0 && count < 2,
    },
  },
})

createApp(App).use(createPinia()).use(router).use(VueQueryPlugin, { queryClient: queries }).mount('#app')
