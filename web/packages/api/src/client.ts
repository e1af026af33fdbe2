import createClient from 'openapi-fetch'
import { Problem, problemFrom } from './problem'
import type { components, paths } from './schema'

/** The type of a schema by its name; `any` as long as the schema has not been generated. */
/* eslint-disable @typescript-eslint/no-explicit-any */
export type Schema<N extends string> = components extends { schemas: infer S }
  ? N extends keyof S
    ? S[N]
    : any
  : any
/* eslint-enable @typescript-eslint/no-explicit-any */

/** One page of a list. */
export interface Slice<T> {
  items: T[]
  next: string | null
  total: number | null
}

export type QueryValue = string | number | boolean | null | undefined | readonly (string | number)[]
export type Query = Record<string, QueryValue>

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])
let unauthorized: () => void = () => {}

/** What to do when the server says that nobody is logged in (the shell sets it once). */
export function onUnauthorized(action: () => void): void {
  unauthorized = action
}

let obliged: () => void = () => {}

/** What to do when the server says that something has to be done first, such as a change of the password. */
export function onObliged(action: () => void): void {
  obliged = action
}

const OBLIGATIONS = new Set(['password.change-needed', 'second-factor.needed'])

export function csrfToken(cookies: string = document.cookie): string | null {
  const found = /(?:^|;\s*)XSRF-TOKEN=([^;]*)/.exec(cookies)
  return found ? decodeURIComponent(found[1]!) : null
}

export function queryString(query: Query = {}): string {
  const params = new URLSearchParams()
  for (const [key, value] of Object.entries(query)) {
    if (value === null || value === undefined || value === '') continue
    if (Array.isArray(value)) value.forEach((one) => params.append(key, String(one)))
    else params.append(key, String(value))
  }
  const text = params.toString()
  return text ? `?${text}` : ''
}

async function guardedFetch(request: Request): Promise<Response> {
  const send = async (token: string | null) => {
    const copy = request.clone()
    if (token) copy.headers.set('X-XSRF-TOKEN', token)
    try {
      return await fetch(copy)
    } catch {
      throw new Problem(0, 'network', '')
    }
  }
  if (SAFE.has(request.method)) return send(null)
  // The token comes with the first answer of the server; a first request that changes something has to fetch it.
  if (!csrfToken()) await fetch('/api/session', { credentials: 'same-origin' }).catch(() => null)
  const sent = csrfToken()
  const response = await send(sent)
  // The token is renewed at log-in; a request that crossed the renewal is sent once more with the new one.
  return response.status === 403 && csrfToken() !== sent ? send(csrfToken()) : response
}

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text()
  if (!text) return undefined
  const type = response.headers.get('content-type') ?? ''
  if (!type.includes('json')) return text
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

async function answered(response: Response, path: string): Promise<Response> {
  if (response.ok) return response
  if (response.status === 401 && !path.startsWith('/api/session')) unauthorized()
  const problem = problemFrom(response.status, await bodyOf(response))
  if (OBLIGATIONS.has(problem.code)) obliged()
  throw problem
}

async function call<T>(method: string, path: string, body?: unknown, query?: Query): Promise<T> {
  const headers = new Headers({ Accept: 'application/json' })
  const form = body instanceof FormData
  if (body !== undefined && !form) headers.set('Content-Type', 'application/json')
  const request = new Request(new URL(path + queryString(query), location.origin), {
    method,
    headers,
    credentials: 'same-origin',
    body: body === undefined ? undefined : form ? body : JSON.stringify(body),
  })
  return (await bodyOf(await answered(await guardedFetch(request), path))) as T
}

/** The typed client; its paths come from docs/api/openapi.json. It throws nothing: look at `error`. */
export const api = createClient<paths>({ baseUrl: '', fetch: guardedFetch, credentials: 'same-origin' })

/** The short way: works before the schema is generated and throws a {@link Problem}. */
export const get = <T>(path: string, query?: Query) => call<T>('GET', path, undefined, query)
export const post = <T = void>(path: string, body?: unknown) => call<T>('POST', path, body)
export const put = <T = void>(path: string, body?: unknown) => call<T>('PUT', path, body)
export const patch = <T = void>(path: string, body?: unknown) => call<T>('PATCH', path, body)
export const del = <T = void>(path: string) => call<T>('DELETE', path)

/** Sends files as multipart/form-data. */
export function upload<T>(
  path: string,
  file: Blob,
  name?: string,
  fields: Record<string, string> = {},
): Promise<T> {
  const form = new FormData()
  form.append('file', file, name ?? (file instanceof File ? file.name : 'file'))
  Object.entries(fields).forEach(([key, value]) => form.append(key, value))
  return call<T>('POST', path, form)
}

/** The name in Content-Disposition, RFC 5987 form first. */
export function fileNameOf(disposition: string | null): string | null {
  if (!disposition) return null
  const star = /filename\*\s*=\s*UTF-8''([^;]+)/i.exec(disposition)
  if (star) return decodeURIComponent(star[1]!)
  return /filename\s*=\s*"?([^";]+)"?/i.exec(disposition)?.[1] ?? null
}

/** Downloads a file and hands it to the browser. A long export answers with the id of its work instead, which is returned. */
export async function download(
  path: string,
  query?: Query,
  fallbackName = 'download',
  method: 'GET' | 'POST' = 'GET',
): Promise<string | null> {
  const request = new Request(new URL(path + queryString(query), location.origin), {
    method,
    credentials: 'same-origin',
  })
  const response = await answered(await guardedFetch(request), path)
  if (response.status === 202) return ((await bodyOf(response)) as { id: string }).id
  const url = URL.createObjectURL(await response.blob())
  const link = document.createElement('a')
  link.href = url
  link.download = fileNameOf(response.headers.get('content-disposition')) ?? fallbackName
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
  return null
}
