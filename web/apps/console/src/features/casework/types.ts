import { get } from '@civitas/api'
import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import type { CaseType } from './words'

/** The types in use, once for all pages. */
export function useCaseTypes() {
  const { data } = useQuery({
    queryKey: ['case-types'],
    queryFn: () => get<CaseType[]>('/api/case-types'),
    staleTime: 300_000,
  })
  const types = computed(() => data.value ?? [])
  const options = computed(() => types.value.map((type) => ({ value: type.code, word: type.name })))
  return { types, options }
}
