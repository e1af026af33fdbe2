import Dexie, { type Table } from 'dexie'
import type { Draft } from './model'

/** A picture that waits on the phone; its id is the one it will have at the server. */
export interface KeptPicture {
  id: string
  draft: string
  blob: Blob
  sent: boolean
}

class DraftStore extends Dexie {
  drafts!: Table<Draft, string>
  pictures!: Table<KeptPicture, string>

  constructor() {
    super('civitas-inspection')
    this.version(1).stores({ drafts: 'key, account', pictures: 'id, draft' })
  }
}

const store = new DraftStore()

export const readDraft = (key: string) => store.drafts.get(key)
export const draftsOf = (account: string) => store.drafts.where({ account }).toArray()
/** A plain copy: what Vue watches can not be stored. */
export const keepDraft = (draft: Draft) => store.drafts.put(JSON.parse(JSON.stringify(draft)) as Draft)

export const keepPicture = (draft: string, id: string, blob: Blob) =>
  store.pictures.put({ id, draft, blob, sent: false })
export const picturesOf = (draft: string) => store.pictures.where({ draft }).toArray()
export const dropPicture = (id: string) => store.pictures.delete(id)
export const markSent = (id: string) => store.pictures.update(id, { sent: true })

export async function dropDraft(key: string): Promise<void> {
  await store.transaction('rw', store.drafts, store.pictures, async () => {
    await store.pictures.where({ draft: key }).delete()
    await store.drafts.delete(key)
  })
}

/** Where a picture that has not gone up yet can be shown from; null when it is not on this phone. */
export async function localUrl(id: string): Promise<string | null> {
  const kept = await store.pictures.get(id)
  return kept ? URL.createObjectURL(kept.blob) : null
}
