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

/** Boundaries; `colours` paints an area by its code (a map of figures). */
export function areaLayer(colours: () => Record<string, string>) {
  const source = new VectorSource()
  const layer = new VectorLayer({
    source,
    declutter: true,
    style: (feature: FeatureLike, resolution: number) => {
      const county = String(feature.get('code') ?? '').length <= 6
      const name = county ? resolution > 15 : resolution < 60
      return new Style({
        fill: new Fill({
          color: colours()[String(feature.get('code'))] ?? (county ? '#f6f8fb' : 'rgba(0,0,0,0)'),
        }),
        stroke: new Stroke({ color: county ? '#8fa6ce' : '#d2dcec', width: county ? 1.6 : 0.8 }),
        zIndex: county ? 2 : 1,
        text: name
          ? new Text({
              text: String(feature.get('name') ?? ''),
              font: county ? `600 ${FONT}` : FONT,
              fill: new Fill({ color: '#3a4452' }),
              stroke: new Stroke({ color: '#fff', width: 3 }),
            })
          : undefined,
      })
    },
  })
  return { layer, source, load: () => fill(source, '/api/map/areas') }
}

export function roadLayer() {
  const source = new VectorSource()
  const layer = new VectorLayer({
    source,
    style: (feature: FeatureLike, resolution: number) => {
      const main = ['MAIN', 'main', 'primary', '主干路', '主干道'].includes(String(feature.get('kind') ?? ''))
      if (!main && resolution > 60) return undefined
      return new Style({
        stroke: new Stroke({ color: main ? '#e3c58f' : '#dfe4ec', width: main ? 2.5 : 1.2 }),
        text:
          resolution < 12 && feature.get('name')
            ? new Text({
                text: String(feature.get('name')),
                font: FONT,
                placement: 'line',
                fill: new Fill({ color: '#6b7684' }),
                stroke: new Stroke({ color: '#fff', width: 3 }),
              })
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
