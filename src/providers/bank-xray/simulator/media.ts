import { type Clock, createTimers } from '../../../simulation/clock.ts'
import type { ReadDocument } from '../../../simulation/read-document.ts'
import { createPlan, type MediumPlan } from './medium-plan.ts'
import { createObjectId } from './requests.ts'

/** A document as the vendor knows it at this moment. */
export interface SimulatedMedium {
  readonly id: string
  readonly requestId: string
  readonly name: 'bank_statement' | 'other'
  readonly fileName: string
  /** The size that was announced. */
  readonly size: number
  readonly createdAt: Date
  readonly status: 'draft' | 'online' | 'pending_extraction'
  readonly period: string | null
  readonly date: string | null
  /** null until the store has the bytes. */
  readonly file: StoredFile | null
  readonly plan: MediumPlan
  /** Its place among the media that were put online; null for a draft. */
  readonly ordinal: number | null
  /** Whether it was processed, with any result. */
  readonly isExtracted: boolean
}

export type StoredFile = Pick<ReadDocument, 'digest' | 'byteSize'>
export type NewMedium = Pick<SimulatedMedium, 'requestId' | 'name' | 'fileName' | 'size'>

export type Media = ReturnType<typeof createMedia>

/** The plan of a document without bytes: nothing can be read in it. */
const emptyPlan: MediumPlan = { ...createPlan(''), outcome: 'unread' }

/**
 * Documents from draft to extraction.
 * @param speed divides the time that an extraction takes.
 * @param onExtracted called at the end of each.
 */
export function createMedia(clock: Clock, speed: number, onExtracted: (medium: SimulatedMedium) => void) {
  const media = new Map<string, SimulatedMedium>()
  const timers = createTimers(clock, speed)
  /** Media whose time is over, but whose request still holds a draft. */
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
  /** Stops the processing until `extract` is called. */
  function hold(id: string): void {
    timers.cancel(id)
    due.delete(id)
  }
  function hasDraft(requestId: string): boolean {
    return [...media.values()].some(medium => medium.requestId === requestId && medium.status === 'draft')
  }
  /** ASSUMED: a request that holds a draft is not analysed, because the vendor waits for the document. */
  function extractWhenComplete(id: string): void {
    if (hasDraft(existing(id).requestId)) due.add(id)
    else extract(id)
  }
  /** Extracts it at once. @param steered replaces members of its plan */
  function extract(id: string, steered: Partial<MediumPlan> = {}): SimulatedMedium {
    hold(id)
    const medium = change(id, { isExtracted: true, plan: { ...existing(id).plan, ...steered } })
    onExtracted(medium)
    return medium
  }

  return {
    create(created: NewMedium): SimulatedMedium {
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
    find: (id: string) => media.get(id) ?? null,
    /** Oldest first. */
    list: () => [...media.values()],
    /** The store has the bytes. @param steered replaces members of the plan that follows from them */
    receive: (id: string, file: StoredFile, steered: Partial<MediumPlan>) =>
      change(id, { file, plan: { ...createPlan(file.digest), ...steered } }),
    /** Puts it online, which starts its extraction. A second call changes only `period` and `date`. */
    publish(id: string, told: Partial<Pick<SimulatedMedium, 'period' | 'date'>>): SimulatedMedium {
      const { status, plan } = change(id, told)
      if (status !== 'draft') return change(id, { status: 'pending_extraction' })
      published += 1
      if (plan.outcome !== 'never') timers.start(id, plan.processingMs, () => extractWhenComplete(id))
      const online = change(id, { status: 'online', ordinal: published })
      for (const waiting of due) if (existing(waiting).requestId === online.requestId) extractWhenComplete(waiting)
      return online
    },
    hold,
    extract,
    /** Cancels every timer. */
    stop: timers.stop,
  }
}
