import type { Clock } from '../../../simulation/clock.ts'
import type { ReadDocument } from '../../../simulation/read-document.ts'
import { createPlan, type MediumPlan } from './medium-plan.ts'
import { createObjectId } from './requests.ts'

/** A document as the vendor knows it at this moment. */
export interface SimulatedMedium {
  readonly id: string
  readonly requestId: string
  readonly name: 'bank_statement' | 'other'
  readonly fileName: string
  /** As announced. */
  readonly size: number
  readonly createdAt: Date
  readonly status: 'draft' | 'online' | 'pending_extraction'
  readonly period: string | null
  readonly date: string | null
  /** null until the store has the bytes. */
  readonly file: StoredFile | null
  readonly plan: MediumPlan
  /** Where it comes among those put online; null for a draft. */
  readonly ordinal: number | null
  /** Whether it has been looked at, whatever was found. */
  readonly isExtracted: boolean
}

export type StoredFile = Pick<ReadDocument, 'digest' | 'byteSize'>
export type NewMedium = Pick<SimulatedMedium, 'requestId' | 'name' | 'fileName' | 'size'>

export interface Media {
  create(medium: NewMedium): SimulatedMedium
  find(id: string): SimulatedMedium | null
  /** Oldest first. */
  list(): readonly SimulatedMedium[]
  /** The store has its bytes. @param steered laid over what they ask for */
  receive(id: string, file: StoredFile, steered: Partial<MediumPlan>): SimulatedMedium
  /** Puts it online, which starts its extraction; a second time changes nothing but what is told. */
  publish(id: string, told: Partial<Pick<SimulatedMedium, 'period' | 'date'>>): SimulatedMedium
  /** Keeps it as it is until it is extracted by hand. */
  hold(id: string): void
  /** Extracts it at once. @param steered laid over its plan */
  extract(id: string, steered?: Partial<MediumPlan>): SimulatedMedium
  /** Nothing happens by itself any more. */
  stop(): void
}

/** The plan of a document without bytes: nothing can be read in it. */
const emptyPlan: MediumPlan = { ...createPlan(''), outcome: 'unread' }

/**
 * Documents from draft to extraction.
 * @param speed divides the time that an extraction takes.
 * @param onExtracted called at the end of each.
 */
export function createMedia(clock: Clock, speed: number, onExtracted: (medium: SimulatedMedium) => void): Media {
  const media = new Map<string, SimulatedMedium>()
  const timers = new Map<string, () => void>()
  /** Media that would have been extracted already, if their request had no draft. */
  const due = new Set<string>()
  let published = 0

  function existing(id: string): SimulatedMedium {
    const medium = media.get(id)
    if (!medium) throw new Error(`There is no medium ${id}.`)
    return medium
  }
  function change(id: string, members: Partial<SimulatedMedium>): SimulatedMedium {
    const after = { ...existing(id), ...members }
    media.set(id, after)
    return after
  }
  function hold(id: string): void {
    timers.get(id)?.()
    timers.delete(id)
    due.delete(id)
  }
  function hasDraft(requestId: string): boolean {
    return [...media.values()].some(medium => medium.requestId === requestId && medium.status === 'draft')
  }
  /** ASSUMED: a request that holds a draft is not analysed, since the vendor waits for the document. */
  function extractWhenComplete(id: string): void {
    if (hasDraft(existing(id).requestId)) due.add(id)
    else extract(id)
  }
  function extract(id: string, steered: Partial<MediumPlan> = {}): SimulatedMedium {
    hold(id)
    const medium = change(id, { isExtracted: true, plan: { ...existing(id).plan, ...steered } })
    onExtracted(medium)
    return medium
  }

  return {
    create(created) {
      const medium: SimulatedMedium = {
        ...created,
        id: createObjectId(),
        createdAt: clock.now(),
        status: 'draft',
        period: null,
        date: null,
        file: null,
        plan: emptyPlan,
        ordinal: null,
        isExtracted: false,
      }
      media.set(medium.id, medium)
      return medium
    },
    find: id => media.get(id) ?? null,
    list: () => [...media.values()],
    receive: (id, file, steered) => change(id, { file, plan: { ...createPlan(file.digest), ...steered } }),
    publish(id, told) {
      const { status, plan } = change(id, told)
      if (status !== 'draft') return change(id, { status: 'pending_extraction' })
      published += 1
      if (plan.outcome !== 'never')
        timers.set(
          id,
          clock.setTimer(plan.processingMs / speed, () => extractWhenComplete(id)),
        )
      const online = change(id, { status: 'online', ordinal: published })
      for (const waiting of due) if (existing(waiting).requestId === online.requestId) extractWhenComplete(waiting)
      return online
    },
    hold,
    extract,
    stop() {
      for (const cancel of timers.values()) cancel()
      timers.clear()
    },
  }
}
