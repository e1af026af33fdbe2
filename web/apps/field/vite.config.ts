import { VantResolver } from '@vant/auto-import-resolver'
import vue from '@vitejs/plugin-vue'
import { createHash } from 'node:crypto'
import { fileURLToPath, URL } from 'node:url'
import components from 'unplugin-vue-components/vite'
import { defineConfig, type Plugin } from 'vite'

const server = `http://127.0.0.1:${process.env.CIVITAS_PORT ?? 8080}`

/** Vant carries its icon font as a data: address and names a foreign host; the content policy allows neither. */
function fontAsFile(): Plugin {
  return {
    name: 'vant-font-as-file',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!/vant[\\/].*icon[\\/]index\.css/.test(id)) return null
      const data = /url\(["']?data:font\/woff2?;(?:charset=utf-8;)?base64,([A-Za-z0-9+/=]+)["']?\)/.exec(code)
      if (!data) throw new Error('the icon font of vant is not where it was')
      const source = Buffer.from(data[1]!, 'base64')
      const fileName = `assets/vant-icon-${createHash('sha256').update(source).digest('hex').slice(0, 8)}.woff2`
      this.emitFile({ type: 'asset', fileName, source })
      return code.replace(/src:url\(["']?data:font[^}]*/, `src:url(/m/${fileName}) format("woff2")`)
    },
  }
}

export default defineConfig({
  base: '/m/',
  plugins: [fontAsFile(), vue(), components({ dts: false, dirs: [], resolvers: [VantResolver()] })],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: { proxy: { '/api': server } },
  build: { outDir: '../../dist/m', emptyOutDir: true, target: 'chrome87', assetsInlineLimit: 0 },
})
