import { beforeEach, describe, expect, it, vi } from 'vitest'
import { Problem } from '@civitas/api'

const { post, upload, download } = vi.hoisted(() => ({ post: vi.fn(), upload: vi.fn(), download: vi.fn() }))
vi.mock('@civitas/api', async (original) => ({ ...(await original<object>()), post, upload, download }))
const { useImport } = await import('@/kit/importFlow')

const xlsx = (name = '点位.xlsx', content = 'x') => new File([content], name)
const preview = (goodRows: number, faultyRows: number) => ({
  previewId: 'p1',
  rows: goodRows + faultyRows,
  goodRows,
  faultyRows,
  faults: faultyRows ? [{ row: 3, column: '经度', message: '经度应为数字。' }] : [],
})

beforeEach(() => vi.resetAllMocks())

describe('an import', () => {
  it.each([
    ['点位.xls', 'x'],
    ['点位.csv', 'x'],
    ['点位.xlsx', ''],
  ])('does not send %s with content “%s”', async (name, content) => {
    const flow = useImport('/api/sites/imports')
    await flow.send(xlsx(name, content))
    expect(upload).not.toHaveBeenCalled()
    expect(flow.words.value).toMatch(/。$/)
    expect(flow.step.value).toBe('choose')
  })

  it('shows every fault at its cell and writes nothing before the commit', async () => {
    upload.mockResolvedValue(preview(8, 1))
    const flow = useImport('/api/sites/imports')
    await flow.send(xlsx())
    expect(flow.step.value).toBe('preview')
    expect(flow.faults.value).toEqual([{ row: 3, column: '经度', message: '经度应为数字。' }])
    expect(post).not.toHaveBeenCalled()
  })

  it('commits in the mode that was chosen', async () => {
    upload.mockResolvedValue(preview(8, 1))
    post.mockResolvedValue({ imported: 8 })
    const flow = useImport('/api/sites/imports')
    await flow.send(xlsx())
    await flow.commit('GOOD_ROWS')
    expect(post).toHaveBeenCalledWith('/api/sites/imports/previews/p1/commits', { mode: 'GOOD_ROWS' })
    expect(flow.step.value).toBe('done')
  })

  it('says why nothing can be imported', async () => {
    upload.mockResolvedValue(preview(0, 4))
    const flow = useImport('/api/sites/imports')
    await flow.send(xlsx())
    expect(flow.whyNot.value).toContain('没有一行可以导入')
  })

  it('stays where it is and says the words when the server refuses the file', async () => {
    upload.mockRejectedValue(new Problem(400, 'import.not-xlsx', '这不是 xlsx 文件。'))
    const flow = useImport('/api/sites/imports')
    await flow.send(xlsx())
    expect(flow.words.value).toBe('这不是 xlsx 文件。')
    expect(flow.step.value).toBe('choose')
    expect(flow.busy.value).toBe(false)
  })

  it('begins again when the preview is gone', async () => {
    upload.mockResolvedValue(preview(1, 0))
    post.mockRejectedValue(new Problem(404, 'not-found', ''))
    const flow = useImport('/api/sites/imports')
    await flow.send(xlsx())
    await flow.commit('ALL')
    expect(flow.step.value).toBe('choose')
    expect(flow.words.value).toBe('预览已过期，请重新上传。')
  })

  it('offers the faulty rows as a file', async () => {
    upload.mockResolvedValue(preview(8, 1))
    const flow = useImport('/api/sites/imports')
    await flow.send(xlsx())
    await flow.faultyRows()
    expect(download.mock.calls[0]![0]).toBe('/api/sites/imports/previews/p1/faulty-rows')
  })
})
