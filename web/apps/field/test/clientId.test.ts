import { describe, expect, it } from 'vitest'
import { clientId } from '@/clientId'

const FORM = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

describe('the id that a phone gives to an act', () => {
  it('is a UUID of version 7 that nobody else has', () => {
    const made = new Set(Array.from({ length: 200 }, () => clientId()))
    expect(made.size).toBe(200)
    made.forEach((id) => expect(id).toMatch(FORM))
  })
  it('begins with the time, so that later ids sort later', () => {
    const noon = Date.UTC(2026, 10, 20, 4)
    expect(clientId(noon).slice(0, 13)).toBe(
      noon
        .toString(16)
        .padStart(12, '0')
        .replace(/^(.{8})/, '$1-'),
    )
    expect(clientId(noon + 1) > clientId(noon)).toBe(true)
  })
})
