import { describe, expect, it } from 'vitest'
import { roleNames, whyNot, type AccountForm } from '@/features/settings/accounts'
import { actionWords, detailRows, subjectWords } from '@/features/settings/audit'
import { loadsOf, weeksOf, type BurdenWeek } from '@/features/settings/burden'

const week = (
  unitId: string,
  monday: string,
  kind: BurdenWeek['kind'],
  requests: number,
  cause = '问题交办',
): BurdenWeek => ({
  unitId,
  week: monday,
  kind,
  requests,
  cause,
})

describe('the load of units', () => {
  const weeks = [
    week('a', '2026-11-09', 'TASK', 3),
    week('a', '2026-11-16', 'TASK', 5),
    week('a', '2026-11-16', 'PICTURE', 2, '整改照片'),
    week('b', '2026-11-16', 'PAPER', 4, '督办函'),
  ]
  it('puts the heaviest first and names its busiest week', () => {
    expect(loadsOf(weeks).map((load) => [load.unitId, load.total, load.busiestWeek, load.busiest])).toEqual([
      ['a', 10, '2026-11-16', 7],
      ['b', 4, '2026-11-16', 4],
    ])
  })
  it('loses no request by kind, cause or week', () => {
    const [a] = loadsOf(weeks)
    expect(a!.byKind).toEqual({ TASK: 8, PAPER: 0, FORM: 0, PICTURE: 2, VISIT: 0 })
    expect(a!.byCause[0]).toEqual({ cause: '问题交办', requests: 8 })
    expect(weeksOf(weeks)).toEqual([
      { week: '2026-11-09', requests: 3 },
      { week: '2026-11-16', requests: 11 },
    ])
  })
})

describe('an account', () => {
  const form: AccountForm = {
    login: 'li',
    name: '李',
    password: '1234567890a',
    roles: ['UNIT_HANDLER'],
    scopeKind: 'UNIT',
    areaCode: '9901',
    unitId: 'u',
    enabled: true,
  }
  it('can be saved when all is there', () => expect(whyNot(form, true)).toBeNull())
  it.each([
    [{ login: ' ' }, '账号'],
    [{ name: '' }, '姓名'],
    [{ password: 'short' }, '10 位'],
    [{ roles: [] }, '角色'],
    [{ areaCode: null }, '区域'],
    [{ unitId: null }, '单位'],
  ])('says what is missing: %o', (change, words) =>
    expect(whyNot({ ...form, ...change }, true)).toContain(words),
  )
  it('needs no password when it exists already', () =>
    expect(whyNot({ ...form, password: '' }, false)).toBeNull())
  it('shows the names of its roles', () => {
    expect(
      roleNames(
        ['A', 'B'],
        [{ code: 'A', name: '督查员', description: '', scopeKind: 'CITY', permissions: [] }],
      ),
    ).toBe('督查员、B')
  })
})

describe('an audit line in words', () => {
  it('knows acts and things', () => {
    expect(actionWords('case.dispatch')).toBe('交办')
    expect(subjectWords('site')).toBe('点位')
  })
  it('does not hide what it does not know', () => expect(actionWords('new.thing')).toBe('new.thing'))
  it('reads details and survives what is no JSON', () => {
    expect(detailRows('{"name":"甲","from":{"a":1}}')).toEqual([
      { name: '名称', value: '甲' },
      { name: '从', value: '{"a":1}' },
    ])
    expect(detailRows('broken')).toEqual([])
  })
})
