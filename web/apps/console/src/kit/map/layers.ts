import { get } from '@civitas/api'
import type { FeatureLike } from 'ol/Feature'
import GeoJSON from 'ol/format/GeoJSON'
import VectorLayer from 'ol/layer/Vector'
import VectorSource from 'ol/source/Vector'
import { Circle, Fill, Stroke, Style, Text } from 'ol/style'
import type { Tone } from '@civitas/ui'
import { clusterTone, TONE_COLOURS, type MapPoint } from './points'

const FONT = "12px 'PingFang SC','Microsoft YaHei','Noto Sans CJK SC','WenQuanYi Micro Hei',sans-serif"
const format = new GeoJSON({ featureProjection: 'EPSG:3857', dataProjection: 'EPSG:4326' })

async function fill(source: VectorSource, url: string): Promise<void> {
  source.addFeatures(format.readFeatures(await get<object>(url)))
}

/** From what resolution (metres per pixel) on the borders of a level are drawn, and their names. */
const LEVELS = {
  COUNTY: { shown: Infinity, named: Infinity, unnamed: 12, colour: '#8fa6ce', width: 1.6 },
  STREET: { shown: 160, named: 45, unnamed: 6, colour: '#c3d0e4', width: 1 },
  COMMUNITY: { shown: 14, named: 9, unnamed: 0, colour: '#dde2e9', width: 0.8 },
} as const
export type Level = keyof typeof LEVELS

/** Borders of one level; `colours` paints an area by its code (a map of figures). */
export function areaLayer(level: Level, colours: () => Record<string, string>) {
  const source = new VectorSource()
  const look = LEVELS[level]
  const layer = new VectorLayer({
    source,
    declutter: true,
    maxResolution: look.shown,
    style: (feature: FeatureLike, resolution: number) => {
      const colour = colours()[String(feature.get('code'))]
      const named = resolution < look.named && resolution > look.unnamed
      return new Style({
        fill: new Fill({ color: colour ?? (level === 'COUNTY' ? '#f6f8fb' : 'rgba(0,0,0,0)') }),
        stroke: new Stroke({ color: look.colour, width: look.width }),
        text: named
          ? label(String(feature.get('name') ?? ''), level === 'COUNTY' ? `600 ${FONT}` : FONT, '#3a4452')
          : undefined,
      })
    },
  })
  return { layer, source, load: () => fill(source, `/api/map/areas?level=${level}`) }
}

function label(text: string, font: string, colour: string, placement: 'point' | 'line' = 'point'): Text {
  return new Text({
    text,
    font,
    placement,
    overflow: placement === 'line' ? false : true,
    fill: new Fill({ color: colour }),
    stroke: new Stroke({ color: '#fff', width: 3 }),
  })
}

export function waterLayer() {
  const source = new VectorSource()
  const layer = new VectorLayer({
    source,
    declutter: true,
    style: (feature: FeatureLike, resolution: number) =>
      new Style({
        fill: new Fill({ color: '#dcebf5' }),
        stroke: new Stroke({ color: '#b9d6e8', width: 1.2 }),
        text:
          resolution < 40 && feature.get('name')
            ? label(String(feature.get('name')), FONT, '#4d7f9c')
            : undefined,
      }),
  })
  return { layer, source, load: () => fill(source, '/api/map/waters') }
}

/** By rank: 1 expressway and trunk road, 2 main street, 3 secondary street, 4 alley. */
const ROADS: Record<number, { shown: number; named: number; colour: string; width: number }> = {
  1: { shown: Infinity, named: 30, colour: '#e3c58f', width: 2.6 },
  2: { shown: 80, named: 12, colour: '#e6d3ae', width: 2 },
  3: { shown: 30, named: 6, colour: '#d5dbe4', width: 1.6 },
  4: { shown: 12, named: 3, colour: '#dfe4ec', width: 1.2 },
}

export function roadLayer() {
  const source = new VectorSource()
  const layer = new VectorLayer({
    source,
    style: (feature: FeatureLike, resolution: number) => {
      const look = ROADS[Number(feature.get('rank') ?? 4)] ?? ROADS[4]!
      if (resolution > look.shown) return undefined
      return new Style({
        stroke: new Stroke({ color: look.colour, width: look.width }),
        text:
          resolution < look.named && feature.get('name')
            ? label(String(feature.get('name')), FONT, '#6b7684', 'line')
            : undefined,
      })
    },
  })
  return { layer, source, load: () => fill(source, '/api/map/roads') }
}

const styles = new Map<string, Style>()

/** The style of one point or of a cluster of points. */
export function pointStyle(points: MapPoint[], chosen: string | null): Style {
  const tone: Tone = clusterTone(points.map((point) => point.tone))
  const many = points.length > 1
  const mine = points.some((point) => point.id === chosen)
  const key = `${tone}/${many ? points.length : ''}/${mine}`
  let style = styles.get(key)
  if (!style) {
    const radius = many ? Math.min(22, 9 + Math.log2(points.length) * 1.6) : mine ? 9 : 6
    style = new Style({
      image: new Circle({
        radius,
        fill: new Fill({ color: TONE_COLOURS[tone] }),
        stroke: new Stroke({ color: mine ? '#1d2530' : '#fff', width: mine ? 3 : 1.5 }),
      }),
      text: many
        ? new Text({ text: String(points.length), font: `600 ${FONT}`, fill: new Fill({ color: '#fff' }) })
        : undefined,
      zIndex: mine ? 100 : many ? 2 : 1,
    })
    styles.set(key, style)
  }
  return style
}
