import { describe, expect, it } from 'vitest'
import { clock, day, dayTime, figure, fileSize, percent, statusOf, untilWords } from '../src'

describe('dates and times are those of China', () => {
  it('shows the day that it is there', () => {
    expect(day('2026-11-20T17:30:00Z')).toBe('2026-11-21')
    expect(clock('2026-11-20T06:05:00Z')).toBe('14:05')
    expect(dayTime('2026-11-20T16:00:00Z')).toBe('2026-11-21 00:00')
  })
  it('leaves a plain day as it is', () => expect(day('2026-11-20')).toBe('2026-11-20'))
  it.each([null, undefined, '', 'no date'])('shows a dash for %s', (moment) => expect(day(moment)).toBe('—'))
})

describe('words until a deadline', () => {
  const now = new Date('2026-11-20T06:00:00Z')
  it.each([
    ['2026-11-20T06:30:00Z', '还有 30 分钟'],
    ['2026-11-20T09:00:00Z', '还有 3 小时'],
    ['2026-11-25T06:00:00Z', '还有 5 天'],
    ['2026-11-18T06:00:00Z', '逾期 2 天'],
  ])('%s → %s', (moment, words) => expect(untilWords(moment, now)).toBe(words))
})

describe('numbers', () => {
  it('separates thousands', () => expect(figure(1234567)).toBe('1,234,567'))
  it('keeps the digits that are asked for', () => expect(figure('98.5', 2)).toBe('98.50'))
  it('shows a share as per cent with two places', () => expect(percent(0.98456)).toBe('98.46%'))
  it('does not take nothing for zero', () => {
    expect(figure(null)).toBe('—')
    expect(percent(undefined)).toBe('—')
    expect(figure(0)).toBe('0')
  })
  it('names sizes of files', () => {
    expect(fileSize(500)).toBe('500 B')
    expect(fileSize(2048)).toBe('2 KB')
    expect(fileSize(3 * 1024 * 1024)).toBe('3.0 MB')
  })
})

describe('states', () => {
  const table = { OPEN: { word: '待办', tone: 'warn' as const } }
  it('finds word and tone', () => expect(statusOf(table, 'OPEN')).toEqual({ word: '待办', tone: 'warn' }))
  it('shows an unknown state rather than hiding it', () => expect(statusOf(table, 'NEW').word).toBe('NEW'))
})
