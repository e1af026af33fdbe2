// Makes src/schema.d.ts from docs/api/openapi.json; without that file it writes types that know no path.
import { existsSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const source = new URL('../../../docs/api/openapi.json', import.meta.url)
const target = fileURLToPath(new URL('./src/schema.d.ts', import.meta.url))

if (existsSync(source)) {
  const { default: openapiTS, astToString } = await import('openapi-typescript')
  writeFileSync(target, astToString(await openapiTS(source)))
  console.log('schema.d.ts: 由 docs/api/openapi.json 生成')
} else {
  writeFileSync(
    target,
    'export type paths = Record<string, never>\nexport type components = { schemas: Record<never, never> }\n',
  )
  console.log('schema.d.ts: 未找到 docs/api/openapi.json，写入空类型')
}
