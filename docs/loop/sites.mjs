// A workbook of sites over the real communities of a city. Names are the community's with a kind; positions are made up
// around the seat of each county (the statistics' list has no positions) and lie inside the city.
import { workbook } from './workbook.mjs'

const HEADER = ['点位编号', '点位名称', '点位类型', '区划代码', '地址', '经度', '纬度', '坐标系', '主管部门', '属地单位', '负责人', '备注']

/** Seats of the counties of 宿迁市 (WGS84, two places); other cities give their own. */
export const SEATS = {
  321302: [118.24, 33.96],
  321311: [118.33, 33.95],
  321322: [118.77, 34.11],
  321323: [118.7, 33.72],
  321324: [118.22, 33.46],
}
const KINDS = [
  ['小区', '家园小区', 5],
  ['背街', '幸福巷', 3],
  ['干道', '大道', 2],
  ['路口', '路口', 2],
  ['市场', '农贸市场', 2],
  ['餐饮', '小吃店', 2],
  ['公厕', '公共厕所', 2],
  ['学校', '中心小学', 2],
  ['社区', '综合文化服务中心', 2],
  ['公园', '口袋公园', 1],
  ['商超', '便民超市', 1],
  ['公交站', '公交站台', 2],
  ['行政村', '村', 3],
  ['河道', '中心河', 1],
]

/** Which of the city's bureaus looks after a kind of site. */
const BUREAU_OF = { 市场: 1, 餐饮: 1, 商超: 1 }

/** Is the place inside the outer ring of the polygon? */
function inside([x, y], ring) {
  let within = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i]
    const [xj, yj] = ring[j]
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) within = !within
  }
  return within
}

/** Places inside a county: within its outline where the city has one, otherwise around its seat. */
function placeIn(county, outlines, n) {
  const ring = outlines.get(county)
  if (!ring) {
    const [longitude, latitude] = SEATS[county] ?? Object.values(SEATS)[0]
    return [longitude + (((n * 37) % 101) - 50) / 800, latitude + (((n * 53) % 97) - 48) / 1000]
  }
  const [west, east] = [Math.min(...ring.map(([x]) => x)), Math.max(...ring.map(([x]) => x))]
  const [south, north] = [Math.min(...ring.map(([, y]) => y)), Math.max(...ring.map(([, y]) => y))]
  for (let k = 0; ; k++) {
    const place = [
      west + ((n * 0.618034 + k * 0.754878) % 1) * (east - west),
      south + ((n * 0.381966 + k * 0.56984) % 1) * (north - south),
    ]
    if (inside(place, ring)) return place
  }
}

/**
 * @param communities `{code, name}` of the communities and villages
 * @param bureaus codes of two bureaus: 城市管理, 市场监管
 * @param territoryOf code of the unit that answers for a county
 * @param outlines outer ring of each county by its code, as far as the city knows it
 */
export function sites(communities, count, prefix, bureaus, territoryOf, types, outlines = new Map()) {
  const kinds = KINDS.filter(([type]) => types.has(type)).flatMap((kind) => Array(kind[2]).fill(kind))
  const rows = []
  for (let n = 0; n < count; n++) {
    const community = communities[Math.floor((n * communities.length) / count)]
    const [type, name] = kinds[(n * 7 + Math.floor(n / kinds.length)) % kinds.length]
    const county = community.code.slice(0, 6)
    const [longitude, latitude] = placeIn(county, outlines, n)
    const place = community.name.replace(/(社区|村)?(居民|村民)?委员会$/, '').replace(/(社区|居委会|村委会)$/, '')
    rows.push([
      `${prefix}-${String(n + 1).padStart(4, '0')}`,
      `${place}${name}${n < communities.length ? '' : Math.floor(n / communities.length) + 1}`,
      type,
      community.code,
      `${community.name}（示意位置）`,
      Number(longitude.toFixed(5)),
      Number(latitude.toFixed(5)),
      'WGS84',
      bureaus[BUREAU_OF[type] ?? 0],
      territoryOf(county),
      '',
      '接口演练数据',
    ])
  }
  return rows
}

export const siteWorkbook = (rows) => workbook('点位', [HEADER, ...rows])
