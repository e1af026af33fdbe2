import { get } from '@civitas/api'
import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import type { SiteType } from './words'

/** The types of sites, for choices and names. */
export function useSiteTypes() {
  const types = useQuery({
    queryKey: ['site-types'],
    queryFn: () => get<SiteType[]>('/api/site-types'),
    staleTime: 600_000,
  })
  const all = computed(() => types.data.value ?? [])
  return {
    all,
    options: computed(() => all.value.map((type) => ({ value: type.code, word: type.name }))),
    nameOf: (code: string) => all.value.find((type) => type.code === code)?.name ?? code,
  }
}

/** 无人负责的点位. */
export interface UnansweredSite {
  id: string
  code: string
  name: string
  typeCode: string
  typeName: string
  areaCode: string
  areaPath: string
  noDepartment: boolean
  noTerritory: boolean
}
