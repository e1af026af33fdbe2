import { get, post, upload, wordsOf } from '@civitas/api'
import { shrinkPicture } from '@civitas/ui'
import { ref, watch } from 'vue'
import { clientId } from '@/clientId'
import {
  dropDraft,
  draftsOf,
  dropPicture,
  keepDraft,
  keepPicture,
  markSent,
  picturesOf,
  readDraft,
} from './drafts'
import { withExifOf } from './exif'
import { draftKey, failed, type Draft, type Entry, type Outcome, type Sheet, type SheetItem } from './model'
import { placeNow } from './place'

export interface Receipt {
  observations: number
  findings: number
}

/** 现场检查 — the visit that is being made: every change is kept on the phone at once. */
export function useDraft(account: string, query: { task?: string; token?: string; site?: string }) {
  const draft = ref<Draft | null>(null)
  const fault = ref<string | null>(null)
  const sending = ref(false)

  async function open() {
    fault.value = null
    const begun = query.task ?? (query.site && `site-${query.site}`)
    const kept = begun ? await readDraft(`${account}/${begun}`) : undefined
    if (kept) draft.value = kept
    try {
      const sheet = await get<Sheet>('/api/inspection-sheets', query)
      const key = draftKey(account, sheet)
      draft.value ??= (await readDraft(key)) ?? {
        key,
        account,
        visitId: clientId(),
        startedAt: new Date().toISOString(),
        sheet,
        entries: [],
        remark: '',
        attempted: false,
        fault: null,
      }
      draft.value.sheet = sheet
    } catch (thrown) {
      // without the network a visit that was begun goes on with the sheet it was begun with
      if (!draft.value) fault.value = wordsOf(thrown)
    }
  }

  watch(
    draft,
    (now) => {
      if (now && now.entries.length > 0) void keepDraft(now)
    },
    { deep: true },
  )

  function newEntry(item: SheetItem, outcome: Outcome, anotherSpot = false): Entry {
    return {
      id: clientId(),
      checkItemCode: item.code,
      outcome,
      grade: null,
      count: null,
      figure: null,
      faults: [],
      remark: '',
      pictures: [],
      longitude: null,
      latitude: null,
      anotherSpot,
      observedAt: new Date().toISOString(),
    }
  }

  /** Puts the entry in the place of the one with its id, or of the item's first one, or at the end. */
  function put(entry: Entry) {
    const entries = draft.value!.entries
    const same = entries.findIndex((one) => one.id === entry.id)
    const first = entry.anotherSpot
      ? -1
      : entries.findIndex((one) => one.checkItemCode === entry.checkItemCode && !one.anotherSpot)
    const at = same >= 0 ? same : first
    if (at >= 0) entries.splice(at, 1, entry)
    else entries.push(entry)
    if (!failed(entry)) removeOtherSpots(entry.checkItemCode)
    else void locate(entry.id)
  }

  function removeOtherSpots(code: string) {
    draft.value!.entries = draft.value!.entries.filter(
      (one) => one.checkItemCode !== code || !one.anotherSpot,
    )
  }

  function remove(entry: Entry) {
    draft.value!.entries = draft.value!.entries.filter((one) => one.id !== entry.id)
    entry.pictures.forEach((id) => void dropPicture(id))
    void keepDraft(draft.value!)
  }

  async function locate(id: string) {
    const place = await placeNow()
    const entry = draft.value?.entries.find((one) => one.id === id)
    if (entry && place && !draft.value!.attempted) Object.assign(entry, place)
  }

  async function addPicture(file: File): Promise<string> {
    const id = clientId()
    const smaller = await shrinkPicture(file)
    await keepPicture(draft.value!.key, id, await withExifOf(file, smaller))
    return id
  }

  async function send(): Promise<Receipt | null> {
    if (!draft.value || sending.value) return null
    const visit = draft.value
    sending.value = true
    visit.fault = null
    visit.attempted = true
    try {
      await sendPictures(visit)
      const receipt = await post<Receipt>('/api/visits', {
        id: visit.visitId,
        taskId: visit.sheet.taskId,
        siteId: visit.sheet.siteId,
        startedAt: visit.startedAt,
        endedAt: endOf(visit),
        remark: visit.remark,
        observations: visit.entries,
      })
      draft.value = null
      await dropDraft(visit.key)
      return receipt
    } catch (thrown) {
      visit.fault = wordsOf(thrown)
      await keepDraft(visit)
      return null
    } finally {
      sending.value = false
    }
  }

  async function discard() {
    const key = draft.value?.key
    draft.value = null
    if (key) await dropDraft(key)
  }

  return { draft, fault, sending, open, newEntry, put, remove, addPicture, send, discard, dropPicture }
}

/** The same for every attempt, so that sending again is recognised: when the last judgement was made. */
export const endOf = (visit: Pick<Draft, 'startedAt' | 'entries'>) =>
  visit.entries.reduce((last, entry) => (entry.observedAt > last ? entry.observedAt : last), visit.startedAt)

async function sendPictures(visit: Draft) {
  const named = new Set(visit.entries.flatMap((entry) => entry.pictures))
  for (const picture of await picturesOf(visit.key)) {
    if (picture.sent || !named.has(picture.id)) continue
    await upload('/api/media', picture.blob, 'finding.jpg', { id: picture.id })
    await markSent(picture.id)
  }
}

export const openDrafts = (account: string) => draftsOf(account)
