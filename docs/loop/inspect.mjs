// One visit as the phone would send it: every check item of the site's type, a fault with a picture here and there.
import { randomUUID } from 'node:crypto'
import { picture } from './picture.mjs'

const items = new Map()

async function checkItems(session, editionId, siteType) {
  if (!items.has(siteType)) {
    items.set(siteType, await session.get(`/api/editions/${editionId}/check-items`, { siteType }))
  }
  return items.get(siteType)
}

/** What is seen: every fifth item is at fault, every ninth does not apply. */
function observed(item, n) {
  const bad = n % 5 === 0
  if (n % 9 === 4) return { outcome: 'NOT_APPLICABLE', faults: [] }
  const faults = bad ? [item.faults[n % item.faults.length].text] : []
  switch (item.kind) {
    case 'GRADE':
      return { outcome: 'GRADED', grade: bad ? 'C' : 'A', faults }
    case 'COUNT':
      return { outcome: 'COUNTED', count: bad ? 2 : 0, faults }
    case 'FIGURE':
      return { outcome: 'MEASURED', figure: item.unit === '%' ? (bad ? 72 : 97) : bad ? 4 : 8, faults }
    default:
      return { outcome: bad ? 'NONCONFORMING' : 'CONFORMING', faults }
  }
}

export async function inspect(session, editionId, task, at) {
  const list = await checkItems(session, editionId, task.siteType)
  const ended = new Date(Date.now() - 60_000)
  const observations = []
  for (const [n, item] of list.entries()) {
    const seen = observed(item, n + at)
    const pictures = []
    if (seen.faults.length > 0) {
      pictures.push((await session.upload('/api/media', picture(at * 100 + n), '现场.png', 'image/png')).id)
    }
    observations.push({
      id: randomUUID(),
      checkItemCode: item.code,
      remark: '',
      pictures,
      longitude: task.longitude ?? null,
      latitude: task.latitude ?? null,
      anotherSpot: false,
      observedAt: ended.toISOString(),
      ...seen,
    })
  }
  return {
    id: randomUUID(),
    taskId: task.id,
    siteId: task.siteId,
    startedAt: new Date(ended.getTime() - 20 * 60_000).toISOString(),
    endedAt: ended.toISOString(),
    remark: '接口演练',
    observations,
  }
}
