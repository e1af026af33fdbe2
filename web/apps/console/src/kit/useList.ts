import type { Query } from '@civitas/api'
import { computed, ref, watch, type Ref } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import {
  nextSort,
  PageTrail,
  readState,
  requestOf,
  withValues,
  writeState,
  type Column,
  type Filter,
  type ListState,
} from './listState'

interface ListProps {
  filters: Filter[]
  fixed: Query
  defaultSort: string
  limit: number
  inUrl: boolean
}

/** The state of a list, kept in the address of the page (or in the component). */
export function useListState(props: ListProps) {
  const route = useRoute()
  const router = useRouter()
  const trail = new PageTrail()
  const local: Ref<ListState> = ref({ values: {}, sort: props.defaultSort, after: '', open: '' })

  const state = computed(() =>
    props.inUrl ? readState(route.query, props.filters, props.defaultSort) : local.value,
  )
  const request = computed(() => requestOf(state.value, props.fixed, props.limit))
  const pageNumber = computed(() => {
    const before = trail.before(state.value.after)
    return before === null ? null : before + 1
  })

  function change(part: Partial<ListState>) {
    const next = { ...state.value, ...part }
    if (props.inUrl)
      void router.replace({ query: writeState(next, props.filters, route.query, props.defaultSort) })
    else local.value = next
  }
  function restart(part: Partial<ListState>) {
    trail.forget()
    change({ ...part, after: '' })
  }
  watch(
    () => JSON.stringify(props.fixed),
    () => state.value.after && restart({}),
  )

  return {
    state,
    request,
    pageNumber,
    filter: (key: string, value: string) =>
      restart({ values: withValues(state.value.values, { [key]: value }) }),
    filterMany: (values: Record<string, string>) =>
      restart({ values: withValues(state.value.values, values) }),
    clear: () => restart({ values: {} }),
    sort: (key: string) => restart({ sort: nextSort(state.value.sort, key) }),
    open: (id: string) => change({ open: id }),
    forward(next: string) {
      trail.forward(state.value.after)
      change({ after: next })
    },
    back: () => change({ after: trail.back() }),
  }
}

/** Which columns are shown: a preference of this browser, per list. */
export function useColumns<T>(props: { source: string; columns: Column<T>[] }) {
  const place = `civitas.columns.${props.source}`
  const remembered = (): string[] | null => {
    try {
      const found: unknown = JSON.parse(localStorage.getItem(place) ?? 'null')
      return Array.isArray(found) ? found.map(String) : null
    } catch {
      return null
    }
  }
  const chosenKeys = ref(
    remembered() ?? props.columns.filter((column) => !column.hidden).map((column) => column.key),
  )
  watch(chosenKeys, (keys) => localStorage.setItem(place, JSON.stringify(keys)))
  // The first column names the row and always stays.
  const shown = computed(() =>
    props.columns.filter((column, at) => at === 0 || chosenKeys.value.includes(column.key)),
  )
  const choosable = computed(() => props.columns.slice(1))
  return { shown, chosenKeys, choosable }
}
