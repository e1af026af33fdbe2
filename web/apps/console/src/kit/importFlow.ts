import { download, get, post, Problem, upload, wordsOf } from '@civitas/api'
import { computed, ref } from 'vue'
import type { Work } from './work'

export interface CellFault {
  text?: string
  row: number
  column: string
  message: string
}
export interface ImportPreview {
  previewId: string
  rows: number
  goodRows: number
  faultyRows: number
  faults: CellFault[]
  columns?: string[]
  sample?: (string | number | null)[][]
  missingColumns?: string[]
  unknownColumns?: string[]
  /** False: a large file is still being checked by the background work `workId`. */
  checked?: boolean
  committed?: boolean
  workId?: string | null
}
/** One of the person's uploads of the last day. */
interface ImportLine {
  previewId: string
  kind: string
  fileName: string
  checked: boolean
  committed: boolean
  workId: string | null
}
export type ImportMode = 'ALL' | 'GOOD_ROWS'
export type ImportStep = 'choose' | 'checking' | 'preview' | 'done'

/** What the server says after a commit: a number of rows, or the id of the work that goes on in the background. */
export interface ImportResult {
  imported?: number
  workId?: string | null
}

/** 导入 — template, upload, preview, commit. Nothing is written before the commit. */
export function useImport(base: string, kind?: string) {
  const step = ref<ImportStep>('choose')
  const busy = ref(false)
  const words = ref<string | null>(null)
  const faults = ref<CellFault[]>([])
  const preview = ref<ImportPreview | null>(null)
  const result = ref<ImportResult | null>(null)

  async function guarded(action: () => Promise<void>): Promise<void> {
    busy.value = true
    words.value = null
    try {
      await action()
    } catch (thrown) {
      words.value = wordsOf(thrown)
      if (thrown instanceof Problem && thrown.status === 404 && step.value === 'preview') {
        words.value = '预览已过期，请重新上传。'
        restart(words.value)
      }
    } finally {
      busy.value = false
    }
  }

  function restart(reason: string | null = null) {
    step.value = 'choose'
    preview.value = null
    faults.value = []
    result.value = null
    words.value = reason
  }

  /** Why this file is not even sent, or null. */
  function refusal(file: File): string | null {
    if (!/\.xlsx$/i.test(file.name)) return '请上传 .xlsx 文件；.xls、.csv 请先在表格软件中另存为 .xlsx。'
    if (file.size === 0) return '这个文件是空的，请重新选择。'
    return file.size > 30 * 1024 * 1024 ? '文件超过 30 MB，请拆成几个文件分别上传。' : null
  }

  const send = (file: File) =>
    guarded(async () => {
      const refused = refusal(file)
      if (refused) {
        words.value = refused
        return
      }
      show(await upload<ImportPreview>(`${base}/previews`, file))
    })

  function show(found: ImportPreview) {
    preview.value = found
    faults.value = found.faults ?? []
    step.value = found.checked === false ? 'checking' : 'preview'
  }

  /** A large file has been checked in the background. */
  const checked = () =>
    guarded(async () => show(await get<ImportPreview>(`/api/import-previews/${preview.value!.previewId}`)))

  /** Finds the upload again that the person left before it was finished. */
  async function resume() {
    if (!kind || step.value !== 'choose') return
    try {
      const lines = await get<ImportLine[]>('/api/import-previews')
      const left = lines.find((line) => line.kind === kind && !line.committed && line.workId)
      if (!left || step.value !== 'choose') return
      const found = await get<ImportPreview>(`/api/import-previews/${left.previewId}`)
      const work = await get<Work>(`/api/works/${left.workId}`)
      if (['CANCELLED', 'FAILED'].includes(work.state)) return
      show(found)
      if (found.checked && ['WAITING', 'RUNNING'].includes(work.state)) {
        result.value = { workId: work.id }
        step.value = 'done'
      }
    } catch {
      // nothing to find again: the dialog begins as usual
    }
  }

  const commit = (mode: ImportMode) =>
    guarded(async () => {
      result.value =
        (await post<ImportResult>(`${base}/previews/${preview.value!.previewId}/commits`, { mode })) ?? {}
      step.value = 'done'
    })

  const template = () => guarded(async () => void (await download(`${base}/template`, {}, '导入模板.xlsx')))
  const faultyRows = () =>
    guarded(
      async () =>
        void (await download(
          `${base}/previews/${preview.value!.previewId}/faulty-rows`,
          {},
          '有误的行.xlsx',
        )),
    )

  /** Why the good rows can not be imported, or null. */
  const whyNot = computed(() => {
    if (!preview.value) return '请先上传文件。'
    return preview.value.goodRows === 0 ? '没有一行可以导入，请改正后重新上传。' : null
  })

  return {
    step,
    busy,
    words,
    faults,
    preview,
    result,
    whyNot,
    send,
    checked,
    resume,
    commit,
    template,
    faultyRows,
    restart,
  }
}
