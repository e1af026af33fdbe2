// The main loop of a creation office against the REST interface, from an empty city to a published round and its bulletin.
import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { eventually, Problem, Session } from './client.mjs'
import { inspect } from './inspect.mjs'
import { picture } from './picture.mjs'
import { sites, siteWorkbook } from './sites.mjs'

const options = Object.fromEntries(
  process.argv.slice(2).map((one) => (one.startsWith('--') ? `${one.slice(2)}=yes`.split('=').slice(0, 2) : ['address', one])),
)
const address = options.address ?? 'http://127.0.0.1:8080'
const admin = { account: options.account ?? 'admin', password: options.password ?? 'Loop-2026-first' }
const city = { code: options.city ?? '321300', name: options.name ?? '宿迁市' }
const kind = options.kind ?? 'COVERT'
const count = Number(options.sites ?? 1200)
const run = Date.now().toString(36)
const PASSWORD = `Loop-${run}-Aa1`
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date())
const out = options.out ?? '.'

let number = 0
const step = (words) => console.log(`${String(++number).padStart(2)}. ${words}`)
function must(truth, words) {
  if (!truth) throw new Error(`没有达到预期：${words}`)
}

// ── ground ──────────────────────────────────────────────────────────────────────────────────────────────────────────
const visitor = new Session(address)
if ((await visitor.get('/api/setup')).needed) {
  await visitor.post('/api/setup', { cityCode: city.code, cityName: city.name, name: '系统管理员', ...admin })
  step(`开通${city.name}，建立第一位管理员 ${admin.account}`)
}
const administrator = await Session.open(address, admin.account, admin.password)
const me = await administrator.get('/api/session')
step(`登录 ${me.city?.name ?? ''}，管理员 ${admin.account}`)

let [root] = await administrator.get('/api/areas/tree')
let counties = root ? await administrator.get('/api/areas/tree', { parent: root.code }) : []
if (counties.length === 0) {
  const own = (await administrator.get('/api/areas/catalogue')).find((one) => one.own)
  must(own, '统计区划目录里有本市')
  const { workId } = await administrator.post('/api/areas/imports', { cityCode: own.code })
  const work = await administrator.finished(workId)
  step(`导入统计区划：${work.message}`)
  ;[root] = await administrator.get('/api/areas/tree')
  counties = await administrator.get('/api/areas/tree', { parent: root.code })
}
const communities = []
for (const county of counties) {
  for (const street of await administrator.get('/api/areas/tree', { parent: county.code })) {
    if (!street.leaf) communities.push(...(await administrator.get('/api/areas/tree', { parent: street.code })))
  }
}
step(`区划：${counties.length} 个区县（含开发区）、${communities.length} 个社区（村）`)

const unit = (code, name, kind, areaCode) =>
  administrator.post('/api/units', { code: `${run}-${code}`, name: `${name}（演练${run}）`, kind, areaCode, parentId: null, active: true, version: 0 })
const bureaus = [
  await unit('CG', '市城市管理局', 'BUREAU', root.code),
  await unit('SJ', '市市场监督管理局', 'BUREAU', root.code),
]
const territories = new Map()
for (const county of counties) {
  territories.set(county.code, await unit(county.code, `${county.name}创建办`, 'TERRITORY', county.code))
}
const units = [...bureaus, ...territories.values()]

// who opens accounts does not grant: in a new city the first administrator opens the security administrator, who grants from then on
if ((await administrator.get('/api/accounts', { query: 'security', limit: 1 })).items.length === 0) {
  const first = { login: 'security', name: '安全管理员', password: `Given-${run}-Cc3`, roles: ['SECURITY_OFFICER'] }
  await administrator.post('/api/accounts', { ...first, scopeKind: 'CITY', areaCode: root.code, unitId: null })
  await Session.openFirst(address, 'security', first.password, admin.password)
  step('系统管理员开设安全管理员，此后由后者授权')
}
const security = await Session.open(address, 'security', admin.password)
const account = async (login, name, role, scopeKind, areaCode, unitId = null) => {
  const form = { login: `${login}-${run}`, name, password: PASSWORD, roles: [role], scopeKind, areaCode, unitId }
  const { id, granted } = await administrator.post('/api/accounts', form)
  must(!granted, '系统管理员不能授权')
  await security.post('/api/grant-requests/approvals', { accountIds: [id] })
  let password = PASSWORD
  return {
    id,
    open: async () => {
      const [session, now] = await Session.openFirst(address, form.login, password, `Own-${run}-Bb2`)
      password = now
      return session
    },
  }
}
const officer = await account('office', '演练市创建办', 'CITY_OFFICE', 'CITY', root.code)
const inspecting = await account('inspector', '演练督查员', 'INSPECTOR', 'CITY', root.code)
const verifying = await account('verifier', '演练核查员', 'INSPECTOR', 'CITY', root.code)
const handlers = new Map()
for (const one of units) {
  handlers.set(one.id, await account(`handler${handlers.size}`, `演练经办人${handlers.size + 1}`, 'UNIT_HANDLER', 'UNIT', root.code, one.id))
}
step(`单位 ${units.length} 个，账号 ${handlers.size + 3} 个`)

// ── edition and sites from workbooks ────────────────────────────────────────────────────────────────────────────────
const office = await officer.open()
let edition = (await office.get('/api/editions')).items.find((one) => one.state === 'IN_USE')
if (!edition) {
  const book = await office.download('/api/editions/imports/template')
  const preview = await office.upload('/api/editions/imports/previews', book, '体系.xlsx', XLSX)
  must(preview.faultCount === 0, `体系工作簿没有错误，实际 ${preview.faultCount} 处`)
  edition = await office.upload('/api/editions/imports', book, '体系.xlsx', XLSX)
  edition = await office.post(`/api/editions/${edition.id}/activations`, { revision: edition.revision })
  step(`导入并启用《${edition.title}》：${preview.criteria} 条标准、${preview.checkItems} 个检查项、满分 ${preview.full}`)
} else {
  step(`使用已启用的《${edition.title}》`)
}
const types = new Map((await office.get('/api/site-types')).map((type) => [type.code, type]))

const outlines = new Map(
  (await office.get('/api/map/areas', { level: 'COUNTY' })).features.map(({ properties, geometry }) => [
    properties.code,
    geometry.type === 'Polygon' ? geometry.coordinates[0] : geometry.coordinates[0][0],
  ]),
)
const rows = sites(communities, count, `YL${run}`, bureaus.map((one) => one.code), (county) => territories.get(county)?.code ?? '', types, outlines)
const book = siteWorkbook(rows)
if (options.keep) writeFileSync(join(out, `点位-${run}.xlsx`), book)
const preview = await office.upload('/api/sites/imports/previews', book, '点位.xlsx', XLSX)
must(preview.faultyRows === 0, `点位表没有错误，实际：${JSON.stringify(preview.faults.slice(0, 3))}`)
const imported = await office.post(`/api/sites/imports/previews/${preview.previewId}/commits`, { mode: 'ALL' })
step(`导入点位 ${imported.imported} 个`)

// ── a plan, drawn at random ──────────────────────────────────────────────────────────────────────────────────
const quotas = ['小区', '市场', '路口', '餐饮', '公厕', '背街']
  .filter((type) => rows.some((row) => row[2] === type))
  .map((siteType) => ({ siteType, areaCode: root.code, number: 2 }))
const { id: plan } = await office.post('/api/inspection-plans', {
  title: `接口演练督查 ${run}`,
  kind,
  editionId: edition.id,
  firstDay: today,
  lastDay: today,
  areaCode: root.code,
  preferNeverDrawn: true,
  quotas,
  version: 0,
})
const draw = await office.post(`/api/inspection-plans/${plan}/draws`, { seed: '', exclusions: [], reason: '' })
step(`督查计划抽取 ${draw.drawn} 个点位，种子 ${draw.seed}`)
must((await office.post(`/api/inspection-plans/${plan}/draws/${draw.id}/verifications`)).holds, '按留存的种子重抽，结果一致')
await office.post(`/api/inspection-plans/${plan}/assignments`, { inspectorIds: [inspecting.id] })
await office.post(`/api/inspection-plans/${plan}/starts`)

const handlerOf = async (id) => (handlers.has(id) ? handlers.get(id).open() : Promise.reject(new Error('案件的责任单位不在本次演练之内')))
if (kind === 'COVERT') {
  const outsider = await handlerOf(bureaus[0].id)
  const answer = await outsider.get(`/api/inspection-plans/${plan}`).catch((fault) => fault)
  must(answer instanceof Problem && [403, 404].includes(answer.status), '被查单位看不到暗访计划')
  step('被查单位看不到暗访计划')
}

// ── visits with pictures ────────────────────────────────────────────────────────────────────────────────────────────
const inspector = await inspecting.open()
const tasks = (await inspector.get('/api/inspection-tasks/mine')).filter((task) => task.planTitle.endsWith(run))
let findings = 0
for (const [at, task] of tasks.entries()) {
  const visit = await inspect(inspector, edition.id, task, at)
  const receipt = await inspector.post('/api/visits', visit)
  const again = await inspector.post('/api/visits', visit)
  must(again.again, '重复提交只存一次')
  findings += receipt.findings
}
step(`提交 ${tasks.length} 次检查，发现问题 ${findings} 个；重复提交只存一次`)

// ── cases: dispatch, sign, submit, verify, return, close ────────────────────────────────────────────────────────────
const found = await eventually(
  () => office.get('/api/cases', { state: 'ACCEPTED', site: tasks[0].siteId, limit: 50 }),
  (slice) => slice.items.length > 0,
)
const more = await office.get('/api/case-dispatch-plans', { limit: 200 })
step(`检查发现自动成为案件；待交办 ${more.total ?? more.items.length} 件`)
const act = (session, file, what, body = {}) =>
  session.post(`/api/cases/${file.id}/${what}`, { requestId: randomUUID(), version: file.version, words: '', ...body }).then((one) => one.file)
const verifier = await verifying.open()
let pictures = 1000
const upload = async (session, mended) =>
  (await session.upload('/api/media', picture(pictures++, mended), '照片.png', 'image/png')).id

const mine = new Set(tasks.map((task) => task.siteId))
const chosen = [...found.items, ...more.items.map((one) => one.file)].filter(
  (file, at, all) => mine.has(file.siteId) && all.findIndex((one) => one.id === file.id) === at,
)
must(chosen.length >= 2, '至少有两件案件可交办')
for (const [at, reported] of chosen.slice(0, 2).entries()) {
  const advice = await office.get(`/api/cases/${reported.id}/dispatch-plan`)
  const lead = handlers.has(advice.unitId) ? advice.unitId : bureaus[0].id
  let file = await act(office, reported, 'dispatches', {
    words: '请按期整改。',
    leadUnitId: lead,
    coUnitIds: [],
    limitAmount: advice.limit?.amount ?? 3,
    limitUnit: advice.limit?.unit ?? 'WORKING_DAYS',
    ruling: false,
    pictureNeeded: true,
  })
  const handler = await handlerOf(lead)
  file = await act(handler, file, 'signatures')
  file = await act(handler, file, 'submissions', { words: '已清理完毕。', pictures: [await upload(handler, at === 1)] })
  if (at === 0) {
    file = await act(verifier, file, 'verifications', { words: '仍有散落，请重新整改。', passed: false })
    must(file.state === 'HANDLING', `退回后整改中，实际 ${file.state}`)
    file = await act(handler, file, 'submissions', { words: '已重新清理。', pictures: [await upload(handler, true)] })
  }
  file = await act(verifier, file, 'verifications', { words: '现场已整改到位。', passed: true })
  must(file.state === 'CLOSED', `核查通过后销号，实际 ${file.state}`)
  step(`案件 ${file.number}：交办 → 签收 → 报结 → ${at === 0 ? '退回返工 → 再报 → ' : ''}销号`)
}

// ── a round: compute, look into a lost point, publish ───────────────────────────────────────────────────────────────
const { id: round } = await office.post('/api/rounds', {
  name: `接口演练测评 ${run}`,
  editionId: edition.id,
  areaCode: root.code,
  firstDay: today,
  lastDay: today,
  visitRule: 'LATEST',
  kinds: [kind],
  minCoverage: 0,
})
const { workId } = await office.post(`/api/rounds/${round}/computations`)
await office.finished(workId)
const result = await office.get(`/api/rounds/${round}`)
step(`测评轮次算出 ${JSON.stringify(result.score)}`)
const losses = await office.get(`/api/rounds/${round}/losses`, { by: 'TERRITORY' })
const sum = losses.rows.reduce((total, row) => total + row.exactLoss, 0)
must(Math.abs(sum - losses.exactLoss) < 1e-6, `按块归集的失分合计 ${sum} 等于总失分 ${losses.exactLoss}`)
const pieces = await office.get(`/api/rounds/${round}/pieces`, { limit: 50 })
const piece = pieces.items.find((one) => one.siteId)
const evidence = await office.get(`/api/rounds/${round}/sites/${piece.siteId}`)
const shots = evidence.observations.flatMap((one) => one.pictures ?? [])
must(shots.length > 0, '失分开到照片')
await office.download(`/api/media/${shots[0].id ?? shots[0]}/thumbnail`)
step(`失分按块归集 ${losses.rows.length} 行，合计等于总失分；一笔失分开到“${evidence.siteName}”的 ${evidence.observations.length} 条观察、${shots.length} 张照片`)
// a round takes in every plan of its period: plans that an earlier run left open are made public too
for (const one of (await office.get('/api/inspection-plans', { q: '接口演练' })).items) {
  if (one.state === 'UNDER_WAY') await office.post(`/api/inspection-plans/${one.id}/finishes`)
  const now = await office.get(`/api/inspection-plans/${one.id}`)
  if (now.releasable && !now.releasedAt) await office.post(`/api/inspection-plans/${one.id}/releases`)
}
await office.post(`/api/rounds/${round}/publications`, { revision: result.revision })
const published = await office.get(`/api/rounds/${round}`)
must(published.state === 'PUBLISHED', `轮次已发布，实际 ${published.state}`)
step('公开暗访结果，发布轮次，此后不再改动')

// ── the bulletin as Word ────────────────────────────────────────────────────────────────────────────────────────────
const { id: bulletin } = await office.post('/api/bulletins', {
  areaCode: root.code,
  periodFirst: today,
  periodLast: today,
  roundId: round,
})
let view = await office.get(`/api/bulletins/${bulletin}`)
await office.post(`/api/bulletins/${bulletin}/publications`, { version: view.version })
view = await office.get(`/api/bulletins/${bulletin}`)
const paper = await office.download(`/api/bulletins/${bulletin}/paper`)
must(paper[0] === 0x50 && paper[1] === 0x4b, '通报是 Word 文件')
const file = join(out, `通报-${run}.docx`)
writeFileSync(file, paper)
step(`发布通报《${view.line.title}》，已下载 ${file}（${Math.round(paper.length / 1024)} KB）`)
