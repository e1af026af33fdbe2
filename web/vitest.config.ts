import vue from '@vitejs/plugin-vue'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const source = (app: string) => fileURLToPath(new URL(`./apps/${app}/src/`, import.meta.url))

export default defineConfig({
  plugins: [vue()],
  test: {
    projects: [
      {
        extends: true,
        resolve: { alias: [{ find: /^@\//, replacement: source('console') }] },
        test: {
          name: 'console',
          environment: 'happy-dom',
          include: ['apps/console/test/**/*.test.ts', 'packages/*/test/**/*.test.ts'],
        },
      },
      {
        extends: true,
        resolve: { alias: [{ find: /^@\//, replacement: source('field') }] },
        test: { name: 'field', environment: 'happy-dom', include: ['apps/field/test/**/*.test.ts'] },
      },
    ],
  },
})
