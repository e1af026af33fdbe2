import type { Quota } from './plans'

/** 可抽点位数 — types × areas; the first area is the whole one, the others lie right below it. */
export interface Matrix {
  types: { code: string; name: string }[]
  areas: { code: string; name: string }[]
  counts: { siteType: string; areaCode: string; count: number }[]
}

/** type|area → number that is wanted */
export type Wanted = Record<string, number>

export const cell = (type: string, area: string) => `${type}|${area}`

export const wantedOf = (quotas: Quota[]): Wanted =>
  Object.fromEntries(quotas.map((quota) => [cell(quota.siteType, quota.areaCode), quota.number]))

export const quotasOf = (wanted: Wanted): Quota[] =>
  Object.entries(wanted)
    .filter(([, number]) => number > 0)
    .map(([key, number]) => ({
      siteType: key.slice(0, key.indexOf('|')),
      areaCode: key.slice(key.indexOf('|') + 1),
      number,
    }))

export const availableOf = (matrix: Matrix): Record<string, number> =>
  Object.fromEntries(matrix.counts.map((one) => [cell(one.siteType, one.areaCode), one.count]))

/** Types that have a site anywhere, or a quota already. */
export function shownTypes(matrix: Matrix, wanted: Wanted) {
  const used = new Set([
    ...matrix.counts.filter((one) => one.count > 0).map((one) => one.siteType),
    ...quotasOf(wanted).map((quota) => quota.siteType),
  ])
  return matrix.types.filter((type) => used.has(type.code))
}

export const sumOf = (wanted: Wanted, keep: (quota: Quota) => boolean = () => true): number =>
  quotasOf(wanted)
    .filter(keep)
    .reduce((sum, quota) => sum + quota.number, 0)

/** Puts one number into every type of an area, but no more than there are sites. */
export function fillDown(wanted: Wanted, matrix: Matrix, area: string, number: number): Wanted {
  const available = availableOf(matrix)
  const filled = { ...wanted }
  for (const type of shownTypes(matrix, wanted)) {
    const most = Math.min(number, available[cell(type.code, area)] ?? 0)
    if (most > 0) filled[cell(type.code, area)] = most
    else delete filled[cell(type.code, area)]
  }
  return filled
}

/** Cells that ask for more than there is, what the narrower areas take counted in. */
export function tooMany(wanted: Wanted, matrix: Matrix): Set<string> {
  const available = availableOf(matrix)
  const whole = matrix.areas[0]?.code ?? ''
  const faults = new Set<string>()
  for (const quota of quotasOf(wanted)) {
    const key = cell(quota.siteType, quota.areaCode)
    const taken =
      quota.areaCode === whole
        ? sumOf(wanted, (other) => other.siteType === quota.siteType && other.areaCode !== whole)
        : 0
    if (quota.number + taken > (available[key] ?? 0)) faults.add(key)
  }
  return faults
}
