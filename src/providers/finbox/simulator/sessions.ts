import { randomUUID } from 'node:crypto'
import { type Clock, createTimers } from '../../../simulation/clock.ts'
import type { SimulatedClient } from './clients.ts'
import type { StatementPlan } from './statement-plan.ts'

/** A session as the vendor knows it at this moment. */
export interface SimulatedSession {
  readonly id: string
  readonly client: SimulatedClient
  readonly linkId: string
  /** The first day asked for, YYYY-MM-DD; `to` is the last. */
  readonly from: string
  readonly to: string
  readonly acceptsAnything: boolean
  readonly createdAt: Date
  readonly expiresAt: Date
  /** Ordered by their first statements. */
  readonly accounts: readonly SimulatedAccount[]
  /** When processing was requested; null before. */
  readonly initiatedAt: Date | null
  readonly completedAt: Date | null
  readonly isDeleted: boolean
}

export type NewSession = Pick<SimulatedSession, 'client' | 'linkId' | 'from' | 'to' | 'acceptsAnything' | 'expiresAt'>

/** An account within one session. In another session it has another id. */
export interface SimulatedAccount {
  readonly id: string
  readonly seed: string
  /** Identifier in lower case. */
  readonly bank: string
  readonly createdAt: Date
  /** In the order of uploading. */
  readonly statements: readonly SimulatedStatement[]
}

/** A document that was accepted. */
export interface SimulatedStatement {
  readonly id: string
  readonly digest: string
  readonly uploadFileName: string
  /** The first day of its three months; `to` is the last. */
  readonly from: string
  readonly to: string
  /** The password that opened it; null when it needed none. */
  readonly password: string | null
  readonly pageCount: number
  readonly createdAt: Date
  readonly plan: StatementPlan
}

export type NewStatement = Omit<SimulatedStatement, 'id' | 'createdAt' | 'uploadFileName'> & { readonly bank: string }

export type SessionState = 'open' | 'expired' | 'processing' | 'completed' | 'deleted'

export type Sessions = ReturnType<typeof createSessions>

interface SessionEvents {
  /** Called when processing was requested. */
  onUploaded(session: SimulatedSession): void
  onExpired(session: SimulatedSession): void
  onProcessed(session: SimulatedSession): void
}

/** The longest delay of a Node timer. */
const longestTimerMs = 2_147_483_647

/** @param speed divides the time that processing takes, but not the expiry of a session, which the caller chooses */
export function createSessions(clock: Clock, speed: number, events: SessionEvents) {
  const sessions = new Map<string, SimulatedSession>()
  // With speed 1, because the caller chooses when a session expires.
  const timers = createTimers(clock, 1)

  function existing(id: string): SimulatedSession {
    const session = sessions.get(id)
    if (!session) throw new Error(`There is no session ${id}.`)
    return session
  }
  function change(id: string, members: Partial<SimulatedSession>): SimulatedSession {
    const after = { ...existing(id), ...members }
    sessions.set(id, after)
    return after
  }
  function stateOf({ isDeleted, completedAt, initiatedAt, expiresAt }: SimulatedSession): SessionState {
    if (isDeleted) return 'deleted'
    if (completedAt) return 'completed'
    if (initiatedAt) return 'processing'
    return expiresAt <= clock.now() ? 'expired' : 'open'
  }
  /** In several steps, because one timer cannot wait that long. */
  function awaitExpiry(id: string): void {
    const left = existing(id).expiresAt.getTime() - clock.now().getTime()
    if (left > 0) timers.start(id, Math.min(left, longestTimerMs), () => awaitExpiry(id))
    else if (stateOf(existing(id)) === 'expired') events.onExpired(existing(id))
  }
  /** Ends its processing at once. @throws Error when processing was not requested */
  function finish(id: string): SimulatedSession {
    if (!existing(id).initiatedAt) throw new Error(`Processing of session ${id} was not requested.`)
    timers.cancel(id)
    const session = change(id, { completedAt: clock.now() })
    events.onProcessed(session)
    return session
  }

  return {
    create(created: NewSession): SimulatedSession {
      const session: SimulatedSession = {
        ...created,
        id: randomUUID(),
        createdAt: clock.now(),
        accounts: [],
        initiatedAt: null,
        completedAt: null,
        isDeleted: false,
      }
      sessions.set(session.id, session)
      awaitExpiry(session.id)
      return session
    },
    find: (id: string): SimulatedSession | null => sessions.get(id) ?? null,
    /** Those of all clients, oldest first. */
    list: (): readonly SimulatedSession[] => [...sessions.values()],
    stateOf,
    add(id: string, { bank, ...uploaded }: NewStatement) {
      const { accounts } = existing(id)
      const createdAt = clock.now()
      const uploadFileName = `${randomUUID()}_${bank}.pdf`
      const statement: SimulatedStatement = { ...uploaded, id: randomUUID(), uploadFileName, createdAt }
      const seed = statement.plan.accountSeed
      const known = accounts.find(one => one.seed === seed && one.bank === bank)
      const before = known ?? { id: randomUUID(), seed, bank, createdAt, statements: [] }
      const account: SimulatedAccount = { ...before, statements: [...before.statements, statement] }
      change(id, {
        accounts: known ? accounts.map(one => (one === known ? account : one)) : [...accounts, account],
      })
      return { account, statement }
    },
    /** Closes a session to uploads and starts its processing. */
    initiate(id: string): void {
      timers.cancel(id)
      const session = change(id, { initiatedAt: clock.now() })
      const waits = listStatements(session).map(({ plan }) => plan.processingMs)
      const longest = waits.reduce((one, other) =>
        one === 'never' || other === 'never' ? 'never' : Math.max(one, other),
      )
      if (longest !== 'never') timers.start(id, longest / speed, () => finish(id))
      events.onUploaded(session)
    },
    delete(id: string): void {
      timers.cancel(id)
      change(id, { isDeleted: true })
    },
    finish,
    /** Makes a session expire at once. @throws Error when processing was requested */
    expire(id: string): SimulatedSession {
      if (existing(id).initiatedAt) throw new Error(`Processing of session ${id} was requested, so it cannot expire.`)
      timers.cancel(id)
      const session = change(id, { expiresAt: clock.now() })
      events.onExpired(session)
      return session
    },
    /** Stops all timers. */
    stop: timers.stop,
  }
}

export function listStatements({ accounts }: SimulatedSession): readonly SimulatedStatement[] {
  return accounts.flatMap(({ statements }) => statements)
}
