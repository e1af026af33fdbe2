import { orderFrom } from './order'
import type { DispatchPlan } from './words'

/** Where the arrow keys (or j, k, Home, End) lead; null for any other key. */
export function moved(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
    case 'j':
      return Math.min(at + 1, count - 1)
    case 'ArrowUp':
    case 'k':
      return Math.max(at - 1, 0)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}

/** Those of the chosen that have a proposal. */
export const ready = (plans: DispatchPlan[], chosen: string[]) =>
  plans.filter((plan) => plan.unitId && chosen.includes(plan.file.id))

/** One case of a bulk dispatch, as proposed. */
export const payload = (plan: DispatchPlan, requestId: string) => ({
  caseId: plan.file.id,
  dispatch: { requestId, version: plan.file.version, words: '', ...orderFrom(plan) },
})
