import { describe, expect, it } from 'vitest'
import { emptyFields, readRule, RULES, writeRule } from '@/features/standard/ruleForms'

const WRITTEN: [string, string][] = [
  ['PASS_FAIL', ''],
  ['GRADE', 'A=1；B=0.66；C=0.33；C#=0'],
  ['DEDUCT', '每处扣0.25'],
  ['DEDUCT', '应有3；每缺一处扣0.5'],
  ['THRESHOLD', '≥90：1；≥80：0.6；≥60：0.3'],
  ['THRESHOLD', '＜60：1；≤65：0.5；其余：0.25'],
  ['THRESHOLD', '≤-5：1'],
  ['PROPORTION', ''],
  ['PROPORTION', '目标=95.5'],
  ['ZEROING', '整条标准'],
  ['ZEROING', '仅本要求'],
  ['COUNT_IN_WINDOW', '窗口=200米；≤0：1；≤2：0.6'],
  ['COUNT_IN_WINDOW', '窗口=5分钟；≤0：1；≤3：0.5；其余：0.1'],
  ['DENSITY', '每100米；≥1：1；≥0.5：0.6'],
  ['DENSITY', '每100米；路程=500米；≤0.2：1；≤1：0.5'],
  ['SURVEY', '≥90：1；≥80：0.7'],
  ['SURVEY', '题目=满意率；≥90：1；≥80：0.7'],
  ['REVIEW', ''],
  ['REVIEW', '满分=100'],
  ['REVIEW', '满分=100；相差超过20仲裁'],
  ['REVIEW', '相差超过0.5仲裁'],
  ['VETO', '每起扣2'],
  ['VETO', '每起扣2；最多扣6'],
  ['VETO', '最高80'],
  ['VETO', '暂停'],
  ['VETO', '取消'],
  ['EXPRESSION', 'failed == 0 ? 1 : failed <= 2 ? 0.5 : 0'],
]

describe('the forms of the rules', () => {
  it.each(WRITTEN)('%s %s is read into fields and written as it was', (type, text) => {
    const fields = readRule(type, text)
    expect(fields).not.toBeNull()
    expect(writeRule(type, fields!)).toBe(text)
  })

  it('leaves to a text field what it does not know', () => {
    expect(readRule('DEDUCT', '看情况扣')).toBeNull()
    expect(readRule('THRESHOLD', '≥90：1；好：2')).toBeNull()
    expect(readRule('THRESHOLD', '')).toBeNull()
  })

  it('has fields for every rule', () => {
    expect(RULES).toHaveLength(12)
    for (const rule of RULES) expect(writeRule(rule.type, emptyFields(rule.type))).toBeTypeOf('string')
  })
})
