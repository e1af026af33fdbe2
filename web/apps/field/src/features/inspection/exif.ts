/**
 * Time and place stay with a picture that is made smaller: the camera's block (JPEG APP1, Exif) is taken over, with its
 * orientation set to upright, because the smaller picture already stands upright.
 */

const EXIF = [0x45, 0x78, 0x69, 0x66, 0, 0]

/** The Exif segment of a JPEG, marker and length included; null when there is none. */
export function exifOf(jpeg: Uint8Array): Uint8Array | null {
  if (jpeg[0] !== 0xff || jpeg[1] !== 0xd8) return null
  let at = 2
  while (at + 4 < jpeg.length && jpeg[at] === 0xff) {
    const marker = jpeg[at + 1]!
    if (marker === 0xda) return null
    const length = jpeg[at + 2]! * 256 + jpeg[at + 3]!
    if (marker === 0xe1 && EXIF.every((byte, n) => jpeg[at + 4 + n] === byte))
      return jpeg.slice(at, at + 2 + length)
    at += 2 + length
  }
  return null
}

/** Sets tag 0x0112 (orientation) of the first directory to 1 = upright. */
export function uprighted(segment: Uint8Array): Uint8Array {
  const copy = segment.slice()
  const view = new DataView(copy.buffer, copy.byteOffset, copy.byteLength)
  const tiff = 10
  if (copy.length < tiff + 8) return copy
  const little = copy[tiff] === 0x49
  const directory = tiff + view.getUint32(tiff + 4, little)
  if (directory + 2 > copy.length) return copy
  const entries = view.getUint16(directory, little)
  for (let n = 0; n < entries; n++) {
    const entry = directory + 2 + n * 12
    if (entry + 12 > copy.length) break
    if (view.getUint16(entry, little) === 0x0112) view.setUint16(entry + 8, 1, little)
  }
  return copy
}

/** The smaller JPEG with the camera's block of the original. */
export async function withExifOf(original: Blob, smaller: Blob): Promise<Blob> {
  if (smaller === original || smaller.type !== 'image/jpeg') return smaller
  const segment = exifOf(new Uint8Array(await original.slice(0, 128 * 1024).arrayBuffer()))
  if (!segment) return smaller
  const bytes = new Uint8Array(await smaller.arrayBuffer())
  return new Blob([bytes.slice(0, 2), uprighted(segment) as BlobPart, bytes.slice(2)], { type: 'image/jpeg' })
}
