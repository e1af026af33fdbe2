// Reads CycloneDX lists and asks a database of known holes about them. Used by bin/dependencies.
//   CIVITAS_OSV      address of an OSV service (default https://api.osv.dev), for instance one inside the government network
//   CIVITAS_OSV_DIR  a folder with unpacked OSV records (*.json), for a computer without a way out
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const [command, ...files] = process.argv.slice(2)
const parts = files.flatMap((file) =>
  JSON.parse(readFileSync(file, 'utf8')).components.filter((c) => c.purl).map((c) => ({ file, ...c })),
)

if (command === 'list') {
  for (const file of files) console.log(`${file}：${parts.filter((p) => p.file === file).length} 个组件`)
  process.exit(0)
}

/** Version parts as numbers where they are numbers; enough for the ranges of Maven and npm records. */
function compare(a, b) {
  const split = (v) => v.split('-')[0].split('.').map((n) => (/^\d+$/.test(n) ? Number(n) : n))
  const [x, y] = [split(a), split(b)]
  for (let i = 0; i < Math.max(x.length, y.length); i++) {
    const [p, q] = [x[i] ?? 0, y[i] ?? 0]
    if (p === q) continue
    return typeof p === 'number' && typeof q === 'number' ? p - q : String(p) < String(q) ? -1 : 1
  }
  return 0
}

const nameOf = (part) =>
  part.purl.startsWith('pkg:maven/') ? `${part.group}:${part.name}` : part.group ? `${part.group}/${part.name}` : part.name
const ecosystemOf = (part) => (part.purl.startsWith('pkg:maven/') ? 'Maven' : 'npm')

function within(events, version) {
  let inside = false
  for (const event of events) {
    if (event.introduced !== undefined && (event.introduced === '0' || compare(version, event.introduced) >= 0)) inside = true
    if (event.fixed !== undefined && compare(version, event.fixed) >= 0) inside = false
    if (event.last_affected !== undefined && compare(version, event.last_affected) > 0) inside = false
  }
  return inside
}

function fromFolder(folder) {
  const records = readdirSync(folder).filter((f) => f.endsWith('.json')).map((f) => JSON.parse(readFileSync(join(folder, f), 'utf8')))
  if (records.length === 0) return null
  return parts.map((part) =>
    records.filter((record) =>
      (record.affected ?? []).some(
        (a) =>
          a.package?.ecosystem === ecosystemOf(part) &&
          a.package.name === nameOf(part) &&
          ((a.versions ?? []).includes(part.version) ||
            (a.ranges ?? []).some((r) => r.type !== 'GIT' && within(r.events, part.version))),
      ),
    ).map((record) => record.id),
  )
}

async function fromService(address) {
  try {
    const answer = await fetch(`${address}/v1/querybatch`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ queries: parts.map((part) => ({ package: { purl: part.purl.split('?')[0] } })) }),
      signal: AbortSignal.timeout(30_000),
    })
    if (!answer.ok) return null
    return (await answer.json()).results.map((result) => (result.vulns ?? []).map((vulnerability) => vulnerability.id))
  } catch {
    return null
  }
}

const folder = process.env.CIVITAS_OSV_DIR
const address = process.env.CIVITAS_OSV ?? 'https://api.osv.dev'
const found = folder ? fromFolder(folder) : await fromService(address)
if (found === null) {
  console.log(`没有可用的漏洞库（${folder ?? address}），未检查已知漏洞。清单已写好，可在有漏洞库的机器上检查。`)
  process.exit(3)
}
const holes = parts.map((part, i) => [part, found[i]]).filter(([, ids]) => ids.length > 0)
for (const [part, ids] of holes) console.log(`${part.purl.split('?')[0]}：${ids.join('、')}`)
console.log(`已对照 ${folder ?? address} 检查 ${parts.length} 个组件：${holes.length === 0 ? '没有已知漏洞' : `${holes.length} 个组件有已知漏洞`}。`)
process.exit(holes.length === 0 ? 0 : 1)
