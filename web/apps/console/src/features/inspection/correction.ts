import type { Result } from './plans'

/** UUID version 7, made here so that a correction that is sent twice is stored once. */
export function uuid7(now: number = Date.now()): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  for (let at = 0; at < 6; at++) bytes[at] = Math.floor(now / 2 ** (8 * (5 - at))) % 256
  bytes[6] = (bytes[6]! & 0x0f) | 0x70
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** The record that takes a problem back, in the form of the item: 符合, none counted, grade A; a figure becomes 不适用. */
export function correctionOf(result: Result, id: string, now: Date) {
  const form: Record<string, { outcome: string; grade: string | null; count: number | null }> = {
    NONCONFORMING: { outcome: 'CONFORMING', grade: null, count: null },
    COUNTED: { outcome: 'COUNTED', grade: null, count: 0 },
    GRADED: { outcome: 'GRADED', grade: 'A', count: null },
  }
  return {
    id,
    checkItemCode: result.checkItemCode,
    ...(form[result.outcome] ?? { outcome: 'NOT_APPLICABLE', grade: null, count: null }),
    figure: null,
    faults: [],
    remark: '',
    pictures: [],
    anotherSpot: false,
    observedAt: now.toISOString(),
  }
}
