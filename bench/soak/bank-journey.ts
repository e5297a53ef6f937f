import { setTimeout as delay } from 'node:timers/promises'
import { z } from 'zod'
import { createBankBrowser } from '../../test/support/bank-browser.ts'
import type { LoadLedger } from './journeys.ts'
import type { Mutations } from './mutations.ts'
import type { Nodes } from './nodes.ts'

/** Where the customer's browser ends. Nothing listens there. */
const frontend = 'https://app.example.com/banking'
/** The allowed redirects of a node. */
export const allowedRedirects = frontend
const returnUrls = { successUrl: `${frontend}/done`, errorUrl: `${frontend}/failed`, exitUrl: `${frontend}/left` }
/** Banks of the simulator that accept every user name. */
const banks = ['99910010', '99920030', '99960050', '99930040']
/** Steering words in the user's name. */
const words = ['', '+giro', '+short', '+slow', '+every', '+odd', '+digits', '+joint', '+empty']
/** How long it may take until a connected login has been read. */
const readMs = 60_000

const loginShape = z.object({
  id: z.string(),
  removedAt: z.string().nullable(),
  synchronization: z.object({ state: z.string() }).nullable(),
  accounts: z.array(z.object({ transactions: z.object({ totalCount: z.number() }) })),
})
type SeenLogin = z.infer<typeof loginShape>

/** A customer connects a bank; its login is read, synchronized and sometimes removed. */
export function createBankJourney(nodes: Nodes, api: Mutations, ledger: LoadLedger) {
  const chance = (part: number) => Math.random() < part
  const oneOf = (choices: readonly string[]) => choices[Math.floor(Math.random() * choices.length)] ?? ''

  /** An erased applicant has no bank data any more. */
  function note(applicantId: string, fault: string): void {
    if (!ledger.erased.has(applicantId)) ledger.faults.push(fault)
  }

  async function readLogins(applicantId: string, maxAgeSeconds: number | null = null): Promise<SeenLogin[]> {
    const shape = z.object({ applicant: z.object({ bankLogins: z.array(loginShape).nullable() }).nullable() })
    const query = `query ($id: ID!, $age: Int) { applicant(id: $id) { bankLogins(maxAgeSeconds: $age) {
      id removedAt synchronization { state } accounts { transactions(first: 1) { totalCount } }
    } } }`
    return (await nodes.ask(shape, query, { id: applicantId, age: maxAgeSeconds })).applicant?.bankLogins ?? []
  }

  /** Uses the bank's pages. The node to which the browser returns may be down; then it reloads, or is closed. */
  async function visit(page: string, userName: string): Promise<void> {
    const browser = createBankBrowser()
    await browser.open(page)
    try {
      await browser.connect(oneOf(banks), userName)
    } catch (error) {
      const place = browser.visited.at(-1)
      if (!place?.includes('/callbacks/')) throw error
      if (chance(0.5)) return
      for (let tries = 0; tries < 20; tries += 1) {
        await delay(500)
        if ((await browser.open(place).catch(() => 'unreachable')) !== 'unreachable') return
      }
    }
  }

  /** Waits until a new login has been read from the provider. */
  async function untilRead(applicantId: string, known: ReadonlySet<string>): Promise<SeenLogin | null> {
    const until = Date.now() + readMs
    while (Date.now() < until) {
      const logins = await readLogins(applicantId)
      const found = logins.find(({ id, accounts }) => !known.has(id) && accounts.length > 0)
      if (found) return found
      await delay(300)
    }
    return null
  }

  async function connect(applicantId: string, userName: string, known: ReadonlySet<string>): Promise<SeenLogin | null> {
    const page = await api.openBank('connectBank', 'ConnectBankInput', { applicantId, recurring: true, ...returnUrls })
    if (page.problem !== null || page.redirectUrl === null) {
      note(applicantId, `connectBank was refused: ${page.problem}`)
      return null
    }
    await visit(page.redirectUrl, userName)
    const login = await untilRead(applicantId, known)
    if (login === null) note(applicantId, `${applicantId}: no login was read within ${readMs / 1_000} s`)
    else if (userName.endsWith('+empty') !== login.accounts.every(one => one.transactions.totalCount === 0))
      note(applicantId, `${login.id} of ${userName} has the wrong number of transactions`)
    return login
  }

  async function remove(applicantId: string, { id }: SeenLogin): Promise<void> {
    if (chance(0.5)) await api.removeBank('deleteBankLogin', 'DeleteBankLoginInput', { bankLoginId: id })
    else await api.removeBank('disconnectBank', 'DisconnectBankInput', { applicantId })
    if ((await readLogins(applicantId)).some(login => login.id === id))
      note(applicantId, `${id} is still connected after its removal`)
  }

  return async function journey(applicantId: string): Promise<void> {
    const userName = `${applicantId.slice(-8)}${oneOf(words)}`
    const login = await connect(applicantId, userName, new Set())
    if (login === null) return
    ledger.bankLogins += 1
    if (chance(0.3)) {
      const page = await api.openBank('synchronizeBankLogin', 'SynchronizeBankLoginInput', {
        bankLoginId: login.id,
        userIp: api.userIp,
        ...returnUrls,
      })
      if (page.problem !== null) note(applicantId, `synchronizeBankLogin was refused: ${page.problem}`)
    }
    if (chance(0.3)) await readLogins(applicantId, 0)
    if (chance(0.3)) await connect(applicantId, `${userName}2`.replaceAll('+', 'x'), new Set([login.id]))
    if (chance(0.4)) await remove(applicantId, login)
  }
}
