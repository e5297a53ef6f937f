import type { Fault, Faults, QueuedFault } from './faults.ts'

/** The state of a vendor as a whole. */
export const vendorConditions = ['WORKING', 'DOWN', 'REFUSES_CREDENTIALS'] as const
export type VendorCondition = (typeof vendorConditions)[number]

/** Sets the state of a vendor, from the next request on. */
export type SetCondition = (condition: VendorCondition) => void

/** The answer to every request in a condition. It is the same for all vendors and requests. */
const faultOf: Readonly<Record<VendorCondition, Fault | null>> = {
  WORKING: null,
  DOWN: { kind: 'answer', status: 503 },
  REFUSES_CREDENTIALS: { kind: 'answer', status: 401 },
}

export function createSetCondition(faults: Pick<Faults<string>, 'queue'>): SetCondition {
  let queued: QueuedFault | null = null
  return condition => {
    queued?.remove()
    const fault = faultOf[condition]
    queued = fault && faults.queue('*', fault, Number.POSITIVE_INFINITY)
  }
}
