/** A stored picture as lists and viewers need it. */
export interface Picture {
  id: string
  caption?: string | null
  takenAt?: string | null
}

export const thumbnailUrl = (id: string) => `/api/media/${encodeURIComponent(id)}/thumbnail`
export const pictureUrl = (id: string) => `/api/media/${encodeURIComponent(id)}`

/** Shrinks a picture before it goes up (long side in pixels); what the browser can not decode is returned as it is. */
export async function shrinkPicture(file: File, longSide = 1600, quality = 0.85): Promise<File> {
  const bitmap = await createImageBitmap(file).catch(() => null)
  if (!bitmap) return file
  const scale = Math.min(1, longSide / Math.max(bitmap.width, bitmap.height))
  if (scale === 1 && file.size < 1_500_000) return file
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(bitmap.width * scale)
  canvas.height = Math.round(bitmap.height * scale)
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', quality))
  return blob ? new File([blob], file.name.replace(/\.\w+$/, '') + '.jpg', { type: 'image/jpeg' }) : file
}
