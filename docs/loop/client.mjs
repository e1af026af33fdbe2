// A session of the REST interface: cookies, the CSRF token, problem documents.
export class Problem extends Error {
  constructor(method, path, status, body) {
    const detail = body?.detail ?? (typeof body === 'string' ? body.slice(0, 200) : '')
    super(`${method} ${path} → ${status} ${body?.code ?? ''} ${detail}`)
    this.status = status
    this.code = body?.code
    this.errors = body?.errors ?? []
  }
}

export class Session {
  #cookies = new Map()

  constructor(address) {
    this.address = address.replace(/\/$/, '')
  }

  /** Logs in; the first answer brings the CSRF token that every change must send back. */
  static async open(address, account, password) {
    const session = new Session(address)
    await session.send('GET', '/api/health')
    await session.post('/api/session', { account, password })
    return session
  }

  /** Logs in; whoever got his password from an administrator replaces it first, as everybody must. Answers the password too. */
  static async openFirst(address, account, initial, own) {
    const session = await Session.open(address, account, initial)
    if ((await session.get('/api/session')).obligation !== 'PASSWORD_CHANGE') return [session, initial]
    await session.put('/api/session/password', { current: initial, password: own })
    return [session, own]
  }

  async send(method, path, body, accept = 'application/json') {
    const headers = { Accept: accept }
    if (this.#cookies.size) headers.Cookie = [...this.#cookies].map(([k, v]) => `${k}=${v}`).join('; ')
    if (method !== 'GET') headers['X-XSRF-TOKEN'] = decodeURIComponent(await this.#token())
    if (method !== 'GET') headers.Cookie = [...this.#cookies].map(([k, v]) => `${k}=${v}`).join('; ')
    if (body !== undefined && !(body instanceof FormData)) headers['Content-Type'] = 'application/json'
    const response = await fetch(this.address + path, {
      method,
      headers,
      body: body === undefined ? undefined : body instanceof FormData ? body : JSON.stringify(body),
    })
    for (const cookie of response.headers.getSetCookie()) {
      const [pair] = cookie.split(';')
      const at = pair.indexOf('=')
      this.#cookies.set(pair.slice(0, at), pair.slice(at + 1))
    }
    if (response.ok) return response
    const text = await response.text()
    let problem = text
    try {
      problem = JSON.parse(text)
    } catch {
      // not a problem document
    }
    throw new Problem(method, path, response.status, problem)
  }

  async #token() {
    if (!this.#cookies.has('XSRF-TOKEN')) await this.send('GET', '/api/setup')
    return this.#cookies.get('XSRF-TOKEN') ?? ''
  }

  async #json(response) {
    const text = await response.text()
    return text ? JSON.parse(text) : undefined
  }

  async get(path, query = {}) {
    const parameters = new URLSearchParams(Object.entries(query).filter(([, v]) => v !== undefined))
    return this.#json(await this.send('GET', path + (parameters.size ? `?${parameters}` : '')))
  }

  async post(path, body) {
    return this.#json(await this.send('POST', path, body))
  }

  async put(path, body) {
    return this.#json(await this.send('PUT', path, body))
  }

  async upload(path, bytes, name, type) {
    const form = new FormData()
    form.append('file', new Blob([bytes], { type }), name)
    return this.#json(await this.send('POST', path, form))
  }

  async download(path) {
    return new Uint8Array(await (await this.send('GET', path, undefined, '*/*')).arrayBuffer())
  }

  /** Waits for work in the background; throws when it failed. */
  async finished(workId) {
    for (;;) {
      const work = await this.get(`/api/works/${workId}`)
      if (work.state === 'DONE') return work
      if (work.state === 'FAILED') throw new Error(`${work.title}：${work.message}`)
      await new Promise((resolve) => setTimeout(resolve, 300))
    }
  }
}

/** Asks again until the answer pleases, at most for the given seconds. */
export async function eventually(ask, pleases, seconds = 30) {
  const end = Date.now() + seconds * 1000
  for (;;) {
    const answer = await ask()
    if (pleases(answer)) return answer
    if (Date.now() > end) throw new Error(`等了 ${seconds} 秒仍没有等到：${JSON.stringify(answer).slice(0, 200)}`)
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}
