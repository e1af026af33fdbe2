/** Long work of the server, as `/api/works/{id}` tells it. */
export interface Work {
  id: string
  title: string
  state: 'WAITING' | 'RUNNING' | 'DONE' | 'FAILED' | 'CANCELLED'
  done: number
  total: number | null
  message: string | null
  resultUrl: string | null
  /** Whether its starter may stop it now. */
  cancellable?: boolean
}
