import { afterEach, describe, expect, it, vi } from 'vitest'
import { clientId } from '@/clientId'

const FORM = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

afterEach(() => vi.unstubAllGlobals())

describe('the id that a phone gives to an act', () => {
  it('is a random UUID', () => expect(clientId()).toMatch(FORM))
  it('is one as well where the browser has no randomUUID', () => {
    const real = globalThis.crypto
    vi.stubGlobal('crypto', {
      getRandomValues: (bytes: Uint8Array<ArrayBuffer>) => real.getRandomValues(bytes),
    })
    const made = new Set(Array.from({ length: 200 }, clientId))
    expect(made.size).toBe(200)
    made.forEach((id) => expect(id).toMatch(FORM))
  })
})
