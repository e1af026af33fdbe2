import { describe, expect, it } from 'vitest'
import { faultOf, fileNameOf, Problem, problemFrom, queryString, wordsOf, csrfToken } from '../src'

describe('the words of a problem', () => {
  it('says the server’s own Chinese sentence when there is one', () => {
    const problem = problemFrom(422, {
      code: 'case.dispatch.limit-missing',
      detail: '派发前必须填写办理时限。',
    })
    expect(wordsOf(problem)).toBe('派发前必须填写办理时限。')
  })

  it('knows what to do about a record that someone else has changed', () => {
    expect(wordsOf(problemFrom(409, { code: 'version.stale', detail: '版本不一致' }))).toContain('请刷新')
  })

  it.each([0, 400, 401, 403, 404, 409, 413, 415, 422, 429, 500, 502, 503])(
    'has Chinese words for status %i without a body',
    (status) => {
      expect(wordsOf(problemFrom(status, undefined))).toMatch(/[\u4e00-\u9fff].*。$/)
    },
  )

  it('never shows an English detail', () => {
    expect(wordsOf(problemFrom(400, { detail: 'Failed to read request' }))).toBe(
      '填写的内容有误，请按提示修改。',
    )
  })

  it('shows the trace number of a fault of the server', () => {
    expect(wordsOf(problemFrom(500, { trace: 'a1b2' }))).toContain('a1b2')
  })

  it('has words for what is not a problem at all', () => {
    expect(wordsOf(new TypeError('x is undefined'))).toMatch(/[\u4e00-\u9fff]/)
  })

  it('finds the fault of a field and of no other', () => {
    const problem = problemFrom(400, { errors: [{ field: 'name', message: '名称不能为空。' }] })
    expect(faultOf(problem, 'name')).toBe('名称不能为空。')
    expect(faultOf(problem, 'code')).toBeNull()
  })

  it('survives a body that is not a problem document', () => {
    expect(problemFrom(502, '<html>').code).toBe('')
    expect(problemFrom(400, { errors: 'no list' }).errors).toEqual([])
    expect(problemFrom(400, null)).toBeInstanceOf(Problem)
  })
})

describe('the bits of a request', () => {
  it('leaves empty parameters out and repeats lists', () => {
    expect(queryString({ a: 1, b: '', c: null, d: undefined, e: ['x', 'y'], f: false })).toBe(
      '?a=1&e=x&e=y&f=false',
    )
    expect(queryString({})).toBe('')
  })

  it('reads the token from among other cookies', () => {
    expect(csrfToken('a=1; XSRF-TOKEN=ab%3Dc; b=2')).toBe('ab=c')
    expect(csrfToken('NOT-XSRF-TOKEN=1')).toBeNull()
  })

  it('reads the Chinese name of a file', () => {
    expect(fileNameOf('attachment; filename="x.xlsx"; filename*=UTF-8\'\'%E7%82%B9%E4%BD%8D.xlsx')).toBe(
      '点位.xlsx',
    )
    expect(fileNameOf('attachment; filename="plain.xlsx"')).toBe('plain.xlsx')
    expect(fileNameOf(null)).toBeNull()
  })
})
