import type { Tone } from '@civitas/ui'

/** A point on the map (WGS84). */
export interface MapPoint {
  id: string
  lon: number
  lat: number
  tone?: Tone
  label?: string
}

export interface MapPlace {
  lon: number
  lat: number
}

/** The same colours as the status tags; the canvas can not read them from the style sheet cheaply. */
export const TONE_COLOURS: Record<Tone, string> = {
  neutral: '#4b5563',
  info: '#1f4e9e',
  good: '#1b7a43',
  warn: '#b86e00',
  bad: '#b3261e',
}

const ORDER: Tone[] = ['bad', 'warn', 'info', 'good', 'neutral']

/** A cluster has the colour of its most urgent point. */
export function clusterTone(tones: (Tone | undefined)[]): Tone {
  return ORDER.find((tone) => tones.includes(tone)) ?? 'info'
}
