import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { actionWords, subjectWords } from '@/features/settings/audit'

const SOURCES = join(__dirname, '../../../../../../src/main/java')
const sources = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.java'))
  .map((name) => readFileSync(join(SOURCES, name), 'utf8'))
const found = (pattern: RegExp, group: number) => [
  ...new Set(sources.flatMap((text) => [...text.matchAll(pattern)].map((match) => match[group]!))),
]
/** `record("action", "subject", …` wherever the program writes a line. */
const RECORD = /\.record\(\s*"([a-z0-9-]+(?:\.[a-z0-9-]+)+)",\s*"([a-z0-9-]+)"/g
const EXPORTS = /@Exports\("([a-z0-9-]+)"\)/g
const english = (words: string) => /[a-z]/.test(words)

describe('the words of the audit', () => {
  it('has Chinese words for every action that the program records', () => {
    const actions = found(RECORD, 1)
    expect(actions.length).toBeGreaterThan(40)
    expect(actions.filter((action) => english(actionWords(action)))).toEqual([])
  })
  it('has Chinese words for everything that an action can be about', () => {
    expect(found(RECORD, 2).filter((subject) => english(subjectWords(subject)))).toEqual([])
  })
  it('has Chinese words for everything that is exported', () => {
    const exports = found(EXPORTS, 1)
    expect(exports.length).toBeGreaterThan(10)
    expect(exports.filter((kind) => english(actionWords(`export.${kind}`)))).toEqual([])
  })
})
