import type { Query } from '@civitas/api'

/** A column of a list. Cells are shown as text; for anything else use the slot `cell-<key>`. */
export interface Column<T> {
  key: string
  title: string
  /** What to show; default is the field of the same name. */
  text?: (row: T) => string | number | null | undefined
  width?: string
  /** The server can sort by this key (`sort=key` or `sort=-key`). */
  sortable?: boolean
  numeric?: boolean
  /** Not shown until it is chosen. */
  hidden?: boolean
}

export type FilterKind = 'text' | 'select' | 'area' | 'unit' | 'day' | 'period' | 'flag'

/** A filter; its key is the name of the parameter at the server. `period` gives `<key>From` and `<key>To`. */
export interface Filter {
  key: string
  title: string
  kind: FilterKind
  options?: { value: string; word: string }[]
  placeholder?: string
}

export interface ListState {
  values: Record<string, string>
  sort: string
  after: string
  open: string
}

/** Parameters of the server that one filter has. */
export function keysOf(filter: Filter): string[] {
  return filter.kind === 'period' ? [`${filter.key}From`, `${filter.key}To`] : [filter.key]
}

/** The key of the opened row in the address; a list whose own filter is called `open` says `row`. */
export function openKey(filters: Filter[]): string {
  return filters.flatMap(keysOf).includes('open') ? 'row' : 'open'
}

type UrlQuery = Record<string, unknown>
const first = (value: unknown) => String((Array.isArray(value) ? value[0] : value) ?? '')

export function readState(query: UrlQuery, filters: Filter[], sort = ''): ListState {
  const keys = filters.flatMap(keysOf)
  const values = Object.fromEntries(
    keys.map((key) => [key, first(query[key])]).filter(([, value]) => value !== ''),
  )
  return {
    values,
    sort: first(query.sort) || sort,
    after: first(query.after),
    open: first(query[openKey(filters)]),
  }
}

/** The query of the page for this state; keys that belong to others on the page are kept. */
export function writeState(
  state: ListState,
  filters: Filter[],
  query: UrlQuery,
  sort = '',
): Record<string, string> {
  const own = new Set(['sort', 'after', openKey(filters), ...filters.flatMap(keysOf)])
  const kept = Object.entries(query).filter(([key]) => !own.has(key))
  const mine = [
    ...Object.entries(state.values),
    ['sort', state.sort === sort ? '' : state.sort],
    ['after', state.after],
    [openKey(filters), state.open],
  ]
  return Object.fromEntries(
    [...kept, ...mine].map(([k, v]) => [k, first(v)]).filter(([, v]) => v !== ''),
  ) as Record<string, string>
}

/** The chosen values with some changed; an empty value is no choice. */
export function withValues(
  values: Record<string, string>,
  change: Record<string, string>,
): Record<string, string> {
  return Object.fromEntries(Object.entries({ ...values, ...change }).filter(([, value]) => value !== ''))
}

/** What is asked of the server. */
export function requestOf(state: ListState, fixed: Query = {}, limit = 50): Query {
  return { ...fixed, ...state.values, sort: state.sort || undefined, after: state.after || undefined, limit }
}

/** Clicking a header: ascending, then descending, then the list's own order. */
export function nextSort(sort: string, key: string): string {
  if (sort === key) return `-${key}`
  return sort === `-${key}` ? '' : key
}

/** Keyset paging knows only the next page; the way back is remembered here. */
export class PageTrail {
  private readonly starts: string[] = []

  forward(from: string): void {
    this.starts.push(from)
  }

  /** Where the page before starts; without a memory (a link was opened) it is the first page. */
  back(): string {
    return this.starts.pop() ?? ''
  }

  /** How many pages lie before this one, or null when that is not known. */
  before(after: string): number | null {
    if (after === '') return 0
    return this.starts.length > 0 && this.starts[0] === '' ? this.starts.length : null
  }

  forget(): void {
    this.starts.length = 0
  }
}
