import type { DispatchPlan, LimitUnit } from './words'

/** 交办单 — as the server takes it. */
export interface Order {
  leadUnitId: string | null
  coUnitIds: string[]
  limitAmount: number
  limitUnit: LimitUnit
  ruling: boolean
  pictureNeeded: boolean
}

export const emptyOrder = (): Order => ({
  leadUnitId: null,
  coUnitIds: [],
  limitAmount: 3,
  limitUnit: 'WORKING_DAYS',
  ruling: false,
  pictureNeeded: true,
})

export const orderFrom = (plan: DispatchPlan): Order => ({
  leadUnitId: plan.unitId,
  coUnitIds: [],
  limitAmount: plan.limit.amount,
  limitUnit: plan.limit.unit,
  ruling: plan.ruling,
  pictureNeeded: plan.pictureNeeded,
})
