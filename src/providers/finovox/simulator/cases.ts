import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { type Clock, createTimers } from '../../../simulation/clock.ts'
import type { Account } from './accounts.ts'
import { type CasePlan, createPlan, steering } from './case-plan.ts'
import type { ReceivedFolder } from './read-folder.ts'

/** Source: https://app.finovox.com/docs/public/api/api-reference/quick-start. ASSUMED: folders count as analyses do. */
const maxParallel = 10

/** A folder as the vendor knows it at this moment. */
export interface SimulatedCase {
  readonly id: string
  readonly account: Account
  readonly folder: ReceivedFolder
  /** The digest of all its documents. */
  readonly digest: string
  readonly plan: CasePlan
  readonly runId: string
  readonly receivedAt: Date
  /** `queued` while as many others as possible are analysed. */
  readonly state: 'queued' | 'processing' | 'answered' | 'failed' | 'expired'
  readonly finishedAt: Date | null
}

export type Cases = ReturnType<typeof createCases>

interface Running {
  current: SimulatedCase
  isHeld: boolean
  readonly done: PromiseWithResolvers<SimulatedCase>
}

export function createCases(clock: Clock, speed: number) {
  const cases = new Map<string, Running>()
  const timers = createTimers(clock, speed)

  function get(id: string): Running {
    const running = cases.get(id)
    if (!running) throw new Error(`There is no case ${id}.`)
    return running
  }
  const ofAccount = (account: Account, state: SimulatedCase['state']) =>
    [...cases.values()].filter(({ current }) => current.account === account && current.state === state)

  /** Starts the folders of an account that have waited longest, up to the limit. */
  function startNext(account: Account): void {
    const room = maxParallel - ofAccount(account, 'processing').length
    for (const running of ofAccount(account, 'queued').slice(0, room)) {
      running.current = { ...running.current, state: 'processing' }
      const { id, plan } = running.current
      if (plan.outcome === 'never' || running.isHeld) continue
      const outcome = plan.outcome
      timers.start(id, plan.processingMs, () => finish(id, outcome))
    }
  }

  /** Ends a folder now, whatever its plan. @throws Error when it is not known or has ended */
  function finish(id: string, state: 'answered' | 'failed'): SimulatedCase {
    const running = get(id)
    if (running.current.finishedAt !== null) throw new Error(`The case ${id} is over.`)
    timers.cancel(id)
    running.current = { ...running.current, state, finishedAt: clock.now() }
    running.done.resolve(running.current)
    startNext(running.current.account)
    return running.current
  }

  function seen({ current }: Running): SimulatedCase {
    const { state, finishedAt, plan } = current
    const isOver = state === 'answered' && finishedAt !== null
    const isGone = isOver && clock.now().getTime() - finishedAt.getTime() >= plan.keptMs
    return isGone ? { ...current, state: 'expired' } : current
  }

  return {
    add(account: Account, folder: ReceivedFolder, plan: Partial<CasePlan> = {}): SimulatedCase {
      const digest = digestOf(folder)
      const receivedAt = clock.now()
      const added: SimulatedCase = {
        id: randomUUID(),
        account,
        folder,
        digest,
        plan: { ...createPlan(digest), ...steering.toPlan(folder.documents.flatMap(one => one.steering)), ...plan },
        runId: createRunId(receivedAt),
        receivedAt,
        state: 'queued',
        finishedAt: null,
      }
      cases.set(added.id, { current: added, isHeld: false, done: Promise.withResolvers() })
      startNext(account)
      return get(added.id).current
    },
    find(id: string): SimulatedCase | null {
      const running = cases.get(id)
      return running ? seen(running) : null
    },
    /** Newest first. */
    list: () => [...cases.values()].reverse().map(seen),
    /** Resolves when there is a result, or when it is certain that there will be none. */
    finished: (id: string) => get(id).done.promise,
    /** Stops the processing of one folder. */
    hold(id: string) {
      get(id).isHeld = true
      timers.cancel(id)
    },
    finish,
    /** Deletes a result. */
    expire(id: string) {
      const running = get(id)
      timers.cancel(id)
      running.current = { ...running.current, state: 'expired', finishedAt: clock.now() }
    },
    /** Cancels every timer. */
    stop: timers.stop,
  }
}

/** Does not depend on the order or the names of the documents. */
function digestOf({ documents }: ReceivedFolder): string {
  const digests = documents.map(document => document.digest).sort()
  return createHash('sha256').update(digests.join()).digest('hex')
}

/** As in the sample of https://app.finovox.com/docs/public/case_analysis/api-reference/async: month, day, time, random. */
function createRunId(at: Date): string {
  return `${at.toISOString().slice(5, 19).replace(/[-T:]/g, '_')}_${randomBytes(8).toString('hex')}`
}
