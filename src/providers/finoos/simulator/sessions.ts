import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Clock } from '../../../simulation/clock.ts'
import { appendQuery } from './append-query.ts'
import type { OpenedCustomer } from './bank-world.ts'
import type { Bank } from './banks.ts'
import type { ConnectedLogin } from './logins.ts'
import type { User, Users } from './users.ts'

/** ASSUMED: how long a session can be used. */
const lifetimeMs = 30 * 60_000

const address = z.url({ protocol: /^https?$/, error: 'must be a URL' })

/** The three addresses to which a browser may be sent back. */
export const returnAddresses = { redirectURL: address, errorURL: address, exitURL: address }

type ReturnAddress = keyof typeof returnAddresses

/** The user's step in the Banking UI. */
export type Step =
  | { readonly name: 'overview' }
  | { readonly name: 'bank' }
  | { readonly name: 'credentials'; readonly bank: Bank }
  | { readonly name: 'tan'; readonly customer: OpenedCustomer; readonly tan: string; readonly attempts: number }
  | { readonly name: 'accounts'; readonly customer: OpenedCustomer }

/** A session of the Banking UI. */
export interface BankSession {
  readonly token: string
  readonly user: User
  readonly purpose: 'connect' | 'manage' | 'synchronize'
  readonly recurring: boolean
  /** The login to synchronize. */
  readonly login: ConnectedLogin | null
  readonly addresses: Readonly<Record<ReturnAddress, string>>
  readonly expiresAt: number
  step: Step
  /** The error message of this step. */
  fault: string | null
  isEnded: boolean
}

export type NewSession = Pick<BankSession, 'user' | 'purpose' | 'recurring' | 'login' | 'addresses' | 'step'>

export type Sessions = ReturnType<typeof createSessions>

export function createSessions({ now }: Clock, users: Users) {
  const sessions = new Map<string, BankSession>()
  return {
    open(own: NewSession): BankSession {
      const token = randomBytes(24).toString('base64url')
      const expiresAt = now().getTime() + lifetimeMs
      const session = { ...own, token, expiresAt, fault: null, isEnded: false }
      sessions.set(token, session)
      return session
    },
    /** @returns null for an unknown token */
    find: (token: string): BankSession | null => sessions.get(token) ?? null,
    /** Whether it has neither ended nor expired, and its user exists. */
    isOpen: ({ isEnded, expiresAt, user }: BankSession): boolean =>
      !isEnded && expiresAt > now().getTime() && users.find(user.owner, user.id) === user,
  }
}

/** Ends a session. @returns the address to redirect to */
export function endSession(session: BankSession, end: ReturnAddress): string {
  session.isEnded = true
  return appendQuery(session.addresses[end], `userID=${session.user.id}`)
}

/** The address of a session's first page. */
export function addressOf(origin: string, token: string): string {
  return `${origin}/bank/${token}`
}

/** The step that asks for a TAN of six digits. */
export function toTanStep(customer: OpenedCustomer): Step {
  const tan = String(randomBytes(4).readUInt32LE(0) % 1_000_000).padStart(6, '0')
  return { name: 'tan', customer, tan, attempts: 0 }
}
