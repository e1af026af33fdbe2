import vue from '@vitejs/plugin-vue'
import { fileURLToPath, URL } from 'node:url'
import components from 'unplugin-vue-components/vite'
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers'
import { defineConfig } from 'vite'

const server = `http://127.0.0.1:${process.env.CIVITAS_PORT ?? 8080}`

export default defineConfig({
  plugins: [
    vue(),
    // Only the parts of Element Plus that a page uses are loaded; their types are global (tsconfig), so no file lists them.
    components({ dts: false, dirs: [], resolvers: [ElementPlusResolver({ importStyle: 'css' })] }),
  ],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: { proxy: { '/api': server } },
  build: {
    outDir: '../../dist',
    emptyOutDir: true,
    target: 'chrome100',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
  },
})
