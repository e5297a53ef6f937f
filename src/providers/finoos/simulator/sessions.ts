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

export type ReturnAddress = keyof typeof returnAddresses

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

export interface Sessions {
  open(session: NewSession): BankSession
  /** @returns null for an unknown token */
  find(token: string): BankSession | null
  /** Whether it has neither ended nor expired, and its user exists. */
  isOpen(session: BankSession): boolean
}

export function createSessions({ now }: Clock, users: Users): Sessions {
  const sessions = new Map<string, BankSession>()
  return {
    open(own) {
      const token = randomBytes(24).toString('base64url')
      const session: BankSession = {
        ...own,
        token,
        expiresAt: now().getTime() + lifetimeMs,
        fault: null,
        isEnded: false,
      }
      sessions.set(token, session)
      return session
    },
    find: token => sessions.get(token) ?? null,
    isOpen: ({ isEnded, expiresAt, user }) =>
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
