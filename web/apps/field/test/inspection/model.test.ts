import { describe, expect, it } from 'vitest'
import {
  correctionChoices,
  failed,
  metres,
  missing,
  ordered,
  type Entry,
  type SheetItem,
  type Task,
} from '@/features/inspection/model'
import { endOf } from '@/features/inspection/useDraft'

const entry = (change: Partial<Entry>): Entry => ({
  id: '1',
  checkItemCode: '小区-01-02',
  outcome: 'CONFORMING',
  grade: null,
  count: null,
  figure: null,
  faults: [],
  remark: '',
  pictures: [],
  longitude: null,
  latitude: null,
  anotherSpot: false,
  observedAt: '2026-11-20T04:00:00Z',
  ...change,
})
const item = { pictureNeeded: true } as SheetItem

describe('a judgement', () => {
  it.each<[Partial<Entry>, boolean]>([
    [{ outcome: 'NONCONFORMING' }, true],
    [{ outcome: 'COUNTED', count: 0 }, false],
    [{ outcome: 'COUNTED', count: 2 }, true],
    [{ outcome: 'GRADED', grade: 'A' }, false],
    [{ outcome: 'GRADED', grade: 'B' }, false],
    [{ outcome: 'GRADED', grade: 'C#' }, true],
    [{ outcome: 'MEASURED', figure: 62 }, false],
    [{ outcome: 'NOT_APPLICABLE' }, false],
  ])('%j is a problem: %s', (change, problem) => expect(failed(entry(change))).toBe(problem))

  it('can not be kept without the fault, nor without a picture unless it is said why', () => {
    const bad = entry({ outcome: 'NONCONFORMING' })
    expect(missing(bad, item)).toBe('请选择或写明问题')
    expect(missing({ ...bad, faults: ['飞线充电'] }, item)).toContain('照片')
    expect(missing({ ...bad, faults: ['飞线充电'], remark: '光线太暗' }, item)).toBeNull()
    expect(missing({ ...bad, faults: ['飞线充电'], pictures: ['p'] }, item)).toBeNull()
    expect(missing(entry({}), item)).toBeNull()
  })
})

describe('the list of tasks', () => {
  const task = (id: string, longitude: number | null) =>
    ({ id, longitude, latitude: longitude && 33.9 }) as Task

  it('is nearest first where the place is known, and a site without a place comes last', () => {
    const tasks = [task('none', null), task('far', 118.4), task('near', 118.31)]
    expect(ordered(tasks, { longitude: 118.3, latitude: 33.9 }).map((one) => one.id)).toEqual([
      'near',
      'far',
      'none',
    ])
    expect(ordered(tasks, null).map((one) => one.id)).toEqual(['none', 'far', 'near'])
  })
  it('measures a hundredth of a degree along the meridian as about 1,112 m', () =>
    expect(metres(118, 33.9, 118, 33.91)).toBeCloseTo(1112, 0))
})

describe('the end of a visit', () => {
  it('is its last judgement, so that sending again sends the same', () => {
    const entries = [
      entry({ observedAt: '2026-11-20T04:10:00Z' }),
      entry({ observedAt: '2026-11-20T04:05:00Z' }),
    ]
    expect(endOf({ startedAt: '2026-11-20T04:00:00Z', entries })).toBe('2026-11-20T04:10:00Z')
  })
})

describe('a correction', () => {
  it('offers what the form of the item allows, and 不适用 always', () => {
    expect(correctionChoices('PASS').map((one) => one.word)).toEqual(['符合', '不符合', '不适用'])
    expect(correctionChoices('COUNT').map((one) => one.word)).toEqual(['未发现', '有问题', '不适用'])
    expect(
      correctionChoices('GRADE')
        .filter((one) => one.bad)
        .map((one) => one.grade),
    ).toEqual(['C', 'C#'])
    expect(correctionChoices('FIGURE')[0]?.asks).toBe('数值')
  })
})
