import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { get, onUnauthorized, post, Problem } from '../src'

const answers: (Response | (() => Response))[] = []
const sent: Request[] = []

function json(body: unknown, status = 200) {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })
}
function setToken(value: string) {
  document.cookie = `XSRF-TOKEN=${value}; path=/`
}

beforeEach(() => {
  answers.length = 0
  sent.length = 0
  vi.stubGlobal('fetch', async (input: Request | string) => {
    sent.push(input instanceof Request ? input : new Request(new URL(input, location.origin)))
    const answer = answers.shift()!
    return typeof answer === 'function' ? answer() : answer
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
  document.cookie = 'XSRF-TOKEN=; expires=Thu, 01 Jan 1970 00:00:00 GMT; path=/'
})

describe('the client', () => {
  it('sends the token of the cookie with a change', async () => {
    setToken('first')
    answers.push(json({ id: 'x' }))
    await post('/api/things', { name: '甲' })
    expect(sent[0]!.headers.get('X-XSRF-TOKEN')).toBe('first')
    expect(await sent[0]!.json()).toEqual({ name: '甲' })
  })

  it('fetches a token first when there is none', async () => {
    answers.push(() => {
      setToken('fetched')
      return json({}, 401)
    }, json({}))
    await post('/api/session', {})
    expect(sent.map((request) => new URL(request.url).pathname)).toEqual(['/api/session', '/api/session'])
    expect(sent[1]!.headers.get('X-XSRF-TOKEN')).toBe('fetched')
  })

  it('sends once more when the token was renewed meanwhile', async () => {
    setToken('old')
    answers.push(
      () => {
        setToken('new')
        return json({}, 403)
      },
      json({ ok: true }),
    )
    expect(await post('/api/things', {})).toEqual({ ok: true })
    expect(sent[1]!.headers.get('X-XSRF-TOKEN')).toBe('new')
  })

  it('does not repeat a refusal', async () => {
    setToken('same')
    answers.push(json({ code: 'access.denied' }, 403))
    await expect(post('/api/things', {})).rejects.toMatchObject({ status: 403 })
    expect(sent).toHaveLength(1)
  })

  it('throws a problem and tells that nobody is logged in', async () => {
    const told = vi.fn()
    onUnauthorized(told)
    answers.push(json({ code: 'session.missing' }, 401))
    await expect(get('/api/cases')).rejects.toBeInstanceOf(Problem)
    expect(told).toHaveBeenCalledOnce()
  })

  it('answers an empty body with nothing', async () => {
    answers.push(new Response(null, { status: 204 }))
    expect(await get('/api/nothing')).toBeUndefined()
  })

  it('calls a lost line by status 0', async () => {
    answers.push(() => {
      throw new TypeError('Failed to fetch')
    })
    await expect(get('/api/cases')).rejects.toMatchObject({ status: 0 })
  })
})
