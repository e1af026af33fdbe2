import { describe, expect, it } from 'vitest'
import { degrees, pointTone, shortPath } from '@/features/site/words'

describe('words of sites', () => {
  it('leaves out the city that every path begins with', () => {
    expect(shortPath('云川市/东区/甲街道')).toBe('东区 › 甲街道')
    expect(shortPath('云川市')).toBe('云川市')
  })
  it('shows six places of a degree', () => {
    expect(degrees(118.27512345678)).toBe('118.275123')
  })
  it('greys out a site that is not in use', () => {
    expect(pointTone('ACTIVE')).toBe('info')
    expect(pointTone('SUSPENDED')).toBe('neutral')
  })
})
