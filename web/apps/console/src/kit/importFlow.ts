import { download, post, Problem, upload, wordsOf } from '@civitas/api'
import { computed, ref } from 'vue'

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
}
export type ImportMode = 'ALL' | 'GOOD_ROWS'
export type ImportStep = 'choose' | 'preview' | 'done'

/** What the server says after a commit: a number of rows, or the id of the work that goes on in the background. */
export interface ImportResult {
  imported?: number
  workId?: string
}

/** 导入 — template, upload, preview, commit. Nothing is written before the commit. */
export function useImport(base: string) {
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
    return file.size > 20 * 1024 * 1024 ? '文件超过 20 MB，请分批导入。' : null
  }

  const send = (file: File) =>
    guarded(async () => {
      const refused = refusal(file)
      if (refused) {
        words.value = refused
        return
      }
      preview.value = await upload<ImportPreview>(`${base}/previews`, file)
      faults.value = preview.value.faults ?? []
      step.value = 'preview'
    })

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

  return { step, busy, words, faults, preview, result, whyNot, send, commit, template, faultyRows, restart }
}
