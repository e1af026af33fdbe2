import { get } from '@civitas/api'

export interface AreaNode {
  code: string
  name: string
  leaf: boolean
  value: string
}

interface AreaAnswer {
  code: string
  name: string
  children: number
}

/** The areas right below one area; below nothing: the areas where the person's own view begins. */
export async function areaNodes(parent: string | null): Promise<AreaNode[]> {
  const answer = await get<AreaAnswer[]>('/api/areas', { parent })
  return answer.map((area) => ({
    code: area.code,
    value: area.code,
    name: area.name,
    leaf: area.children === 0,
  }))
}
