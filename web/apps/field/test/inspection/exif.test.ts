import { describe, expect, it } from 'vitest'
import { exifOf, uprighted, withExifOf } from '@/features/inspection/exif'

/** A little-endian block with one tag: orientation 6 (turned). */
const tiff = [0x49, 0x49, 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0]
const body = [0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff]
const segment = [0xff, 0xe1, 0, body.length + 2, ...body]
const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, ...segment, 0xff, 0xda, 0, 2])

describe('time and place of a picture that was made smaller', () => {
  it('finds the block of the camera behind other segments', () => expect([...exifOf(jpeg)!]).toEqual(segment))
  it('finds none where there is none', () => {
    expect(exifOf(new Uint8Array([0xff, 0xd8, 0xff, 0xda]))).toBeNull()
    expect(exifOf(new Uint8Array([0x89, 0x50]))).toBeNull()
  })
  it('says that the smaller picture stands upright', () =>
    expect(uprighted(new Uint8Array(segment))[28]).toBe(1))
  it('puts the block behind the first marker of the smaller picture', async () => {
    const smaller = new Blob([new Uint8Array([0xff, 0xd8, 0xff, 0xda, 9])], { type: 'image/jpeg' })
    const merged = new Uint8Array(await (await withExifOf(new Blob([jpeg]), smaller)).arrayBuffer())
    expect([...merged.slice(0, 4)]).toEqual([0xff, 0xd8, 0xff, 0xe1])
    expect([...merged.slice(-3)]).toEqual([0xff, 0xda, 9])
  })
})
