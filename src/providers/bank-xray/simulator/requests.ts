import type { Clock } from '../../../simulation/clock.ts'
import { createObjectId } from './object-id.ts'

export interface SimulatedRequest {
  readonly id: string
  readonly userId: string
  readonly code: { readonly type: 'siren' | 'kvk'; readonly id: string }
  readonly createdAt: Date
  /** ASSUMED: both stay as the sample shows them. */
  readonly status: string
  readonly stage: string
}

export interface Requests {
  create(request: Pick<SimulatedRequest, 'userId' | 'code'>): SimulatedRequest
  find(id: string): SimulatedRequest | null
  /** Oldest first. */
  list(): readonly SimulatedRequest[]
  /** Says another word about it. */
  change(id: string, words: Partial<Pick<SimulatedRequest, 'status' | 'stage'>>): void
  /** Loses it. */
  remove(id: string): void
}

export function createRequests(clock: Clock): Requests {
  const requests = new Map<string, SimulatedRequest>()
  return {
    create(request) {
      const id = createObjectId()
      const created = { id, ...request, createdAt: clock.now(), status: 'pending_analysis', stage: '1.1' }
      requests.set(id, created)
      return created
    },
    find: id => requests.get(id) ?? null,
    list: () => [...requests.values()],
    change(id, words) {
      const request = requests.get(id)
      if (request) requests.set(id, { ...request, ...words })
    },
    remove: id => void requests.delete(id),
  }
}
