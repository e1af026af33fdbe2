/** 规则表单 — the parameters of a rule as fields, read from and written in the syntax of the server (docs/rules). */
export interface Tier {
  sign: string
  limit: number | null
  ratio: number | null
}
export interface RuleFields {
  numbers: Record<string, number | null>
  choice: string
  words: string
  tiers: Tier[]
  grades: (number | null)[]
}
export interface RuleSpec {
  type: string
  word: string
  methods: string[]
  tiers?: string
  grades?: boolean
  numbers?: { name: string; word: string; unit: string; optional?: boolean; least?: number; only?: string }[]
  choices?: { value: string; word: string }[]
  words?: { word: string; hint: string; long?: boolean }
}

const OFFICE = ['SITE', 'MATERIAL', 'OPINION']
export const RULES: RuleSpec[] = [
  { type: 'PASS_FAIL', word: '符合率', methods: OFFICE },
  { type: 'GRADE', word: '等级', methods: OFFICE, grades: true },
  { type: 'THRESHOLD', word: '分档', methods: [...OFFICE, 'DATA'], tiers: '数值' },
  {
    type: 'PROPORTION',
    word: '完成比例',
    methods: ['SITE', 'DATA', 'MATERIAL'],
    numbers: [{ name: 'target', word: '目标', unit: '留空则按“完成数 ÷ 应完成数”', optional: true }],
  },
  {
    type: 'DEDUCT',
    word: '扣分',
    methods: [...OFFICE, 'DATA'],
    choices: [
      { value: 'found', word: '每发现一处扣分' },
      { value: 'missing', word: '应有若干，每缺一处扣分' },
    ],
    numbers: [
      { name: 'required', word: '应有', unit: '处', least: 1, only: 'missing' },
      { name: 'each', word: '每处扣', unit: '分' },
    ],
  },
  {
    type: 'ZEROING',
    word: '缺项归零',
    methods: ['SITE', 'MATERIAL', 'DATA'],
    choices: [
      { value: '整条标准', word: '缺一项，整条标准不得分' },
      { value: '仅本要求', word: '缺一项，仅本要求不得分（实地为该点位）' },
    ],
  },
  {
    type: 'COUNT_IN_WINDOW',
    word: '窗口计数',
    methods: ['SITE'],
    choices: [
      { value: '米', word: '按距离（米）' },
      { value: '分钟', word: '按时间（分钟）' },
    ],
    numbers: [{ name: 'window', word: '窗口', unit: '米或分钟', least: 1 }],
    tiers: '窗口内最多出现的处数',
  },
  {
    type: 'DENSITY',
    word: '密度',
    methods: ['SITE'],
    numbers: [
      { name: 'per', word: '每', unit: '米', least: 1 },
      { name: 'length', word: '通常路程', unit: '米（可不填）', optional: true, least: 1 },
    ],
    tiers: '每这么多米的处数',
  },
  {
    type: 'SURVEY',
    word: '问卷分档',
    methods: ['SURVEY'],
    words: { word: '题目', hint: '如 满意率；可不填' },
    tiers: '问卷结果（%）',
  },
  {
    type: 'REVIEW',
    word: '评分',
    methods: ['MATERIAL', 'OPINION'],
    numbers: [
      { name: 'full', word: '评审满分', unit: '分（不填为要求分值）', optional: true },
      { name: 'gap', word: '两人相差超过', unit: '分时仲裁（可不填）', optional: true },
    ],
  },
  {
    type: 'VETO',
    word: '负面事件',
    methods: ['VETO'],
    choices: [
      { value: 'deduct', word: '扣分' },
      { value: '最高', word: '封顶' },
      { value: '暂停', word: '暂停资格' },
      { value: '取消', word: '取消资格' },
    ],
    numbers: [
      { name: 'each', word: '每起扣', unit: '分', only: 'deduct' },
      { name: 'most', word: '最多扣', unit: '分（可不填）', optional: true, only: 'deduct' },
      { name: 'cap', word: '总分最高', unit: '分', only: '最高' },
    ],
  },
  {
    type: 'EXPRESSION',
    word: '公式',
    methods: [...OFFICE, 'DATA', 'SURVEY'],
    words: { word: '公式', hint: 'CEL 表达式，如 failed == 0.0 ? 1.0 : 0.5', long: true },
  },
]
export const SIGNS = ['≥', '＞', '≤', '＜']
export const specOf = (type: string | null) => RULES.find((rule) => rule.type === type)

export function emptyFields(type: string): RuleFields {
  const spec = specOf(type)
  const down = type === 'COUNT_IN_WINDOW'
  return {
    numbers: Object.fromEntries((spec?.numbers ?? []).map((one) => [one.name, null])),
    choice: spec?.choices?.[0]?.value ?? '',
    words: '',
    tiers: spec?.tiers ? [{ sign: down ? '≤' : '≥', limit: null, ratio: 1 }] : [],
    grades: spec?.grades ? [1, 0.66, 0.33, 0] : [],
  }
}

const NUMBER = '(-?[\\d.]+)'
const parts = (text: string) => text.split('；').filter(Boolean)
const numberIn = (part: string, pattern: string) => {
  const found = new RegExp(`^${pattern}$`).exec(part)
  return found ? Number(found[1]) : null
}

/** Reads what the server keeps; null when the text is not of that form and has to be edited as text. */
export function readRule(type: string, text: string): RuleFields | null {
  const fields = emptyFields(type)
  if (type === 'EXPRESSION') return { ...fields, words: text }
  if (!text) return specOf(type)?.tiers ? null : fields
  if (specOf(type)?.tiers) fields.tiers = []
  return parts(text).every((part) => readPart(type, part, fields)) ? fields : null
}

function readPart(type: string, part: string, fields: RuleFields): boolean {
  const tier = new RegExp(`^(≥|＞|≤|＜|其余)${NUMBER}?：${NUMBER}$`).exec(part)
  if (tier && specOf(type)?.tiers) {
    fields.tiers.push({
      sign: tier[1]!,
      limit: tier[2] === undefined ? null : Number(tier[2]),
      ratio: Number(tier[3]),
    })
    return true
  }
  const set = (name: string, pattern: string, choice?: string) => {
    const number = numberIn(part, pattern)
    if (number === null) return false
    fields.numbers[name] = number
    if (choice) fields.choice = choice
    return true
  }
  switch (type) {
    case 'GRADE': {
      const grade = /^(A|B|C|C#)=([\d.]+)$/.exec(part)
      if (grade) fields.grades[['A', 'B', 'C', 'C#'].indexOf(grade[1]!)] = Number(grade[2])
      return grade !== null
    }
    case 'PROPORTION':
      return set('target', `目标=${NUMBER}`)
    case 'DEDUCT':
      return (
        set('each', `每处扣${NUMBER}`, 'found') ||
        set('required', `应有${NUMBER}`, 'missing') ||
        set('each', `每缺一处扣${NUMBER}`, 'missing')
      )
    case 'ZEROING':
      fields.choice = part
      return part === '整条标准' || part === '仅本要求'
    case 'COUNT_IN_WINDOW':
      return set('window', `窗口=${NUMBER}米`, '米') || set('window', `窗口=${NUMBER}分钟`, '分钟')
    case 'DENSITY':
      return set('per', `每${NUMBER}米`) || set('length', `路程=${NUMBER}米`)
    case 'SURVEY':
      fields.words = part.replace(/^题目=/, '')
      return part.startsWith('题目=')
    case 'REVIEW':
      return set('full', `满分=${NUMBER}`) || set('gap', `相差超过${NUMBER}仲裁`)
    case 'VETO':
      if (part === '暂停' || part === '取消') {
        fields.choice = part
        return true
      }
      return (
        set('each', `每起扣${NUMBER}`, 'deduct') ||
        set('most', `最多扣${NUMBER}`, 'deduct') ||
        set('cap', `最高${NUMBER}`, '最高')
      )
    default:
      return false
  }
}

/** Writes the fields; a number that is missing leaves a gap, so that the server says what it wants there. */
export function writeRule(type: string, fields: RuleFields): string {
  const n = (name: string) => ((fields.numbers[name] ?? null) === null ? '' : String(fields.numbers[name]))
  const given = (name: string, text: string) => (n(name) ? [text] : [])
  const tiers = fields.tiers.map(
    (tier) => `${tier.sign}${tier.sign === '其余' ? '' : (tier.limit ?? '')}：${tier.ratio ?? ''}`,
  )
  const written: Record<string, () => string[]> = {
    GRADE: () => ['A', 'B', 'C', 'C#'].map((name, at) => `${name}=${fields.grades[at] ?? ''}`),
    THRESHOLD: () => tiers,
    PROPORTION: () => given('target', `目标=${n('target')}`),
    DEDUCT: () =>
      fields.choice === 'missing'
        ? [`应有${n('required')}`, `每缺一处扣${n('each')}`]
        : [`每处扣${n('each')}`],
    ZEROING: () => [fields.choice],
    COUNT_IN_WINDOW: () => [`窗口=${n('window')}${fields.choice}`, ...tiers],
    DENSITY: () => [`每${n('per')}米`, ...given('length', `路程=${n('length')}米`), ...tiers],
    SURVEY: () => [...(fields.words.trim() ? [`题目=${fields.words.trim()}`] : []), ...tiers],
    REVIEW: () => [...given('full', `满分=${n('full')}`), ...given('gap', `相差超过${n('gap')}仲裁`)],
    VETO: () => {
      if (fields.choice === 'deduct') return [`每起扣${n('each')}`, ...given('most', `最多扣${n('most')}`)]
      return [fields.choice === '最高' ? `最高${n('cap')}` : fields.choice]
    },
    EXPRESSION: () => [fields.words],
  }
  return (written[type]?.() ?? []).join('；')
}
