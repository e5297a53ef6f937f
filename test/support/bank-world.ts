import pino from 'pino'
import { afterAll, beforeAll } from 'vitest'
import { createRedirectPolicy } from '../../src/auth/redirect-policy.ts'
import { createSigner } from '../../src/auth/signer.ts'
import { createBankLoginCommands } from '../../src/bank-logins/create-bank-login-commands.ts'
import { createBankUserHandler } from '../../src/bank-logins/create-bank-user-handler.ts'
import { createLiveBankLogins } from '../../src/bank-logins/live-bank-logins.ts'
import { createReadingWatch, type ReadingWatch } from '../../src/bank-logins/reading-watch.ts'
import { createReceiveReturn } from '../../src/bank-logins/receive-return.ts'
import { wholeTenant } from '../../src/domain/reach.ts'
import { parseTenantId } from '../../src/domain/tenant.ts'
import { createErasures } from '../../src/erasure/create-erasures.ts'
import { AppError } from '../../src/errors.ts'
import { createIntake } from '../../src/intake/create-intake.ts'
import { findOffer } from '../../src/providers/capability.ts'
import type { ProviderClient } from '../../src/providers/provider.ts'
import { readBankLoginsOfApplicants, readBankSessions } from '../../src/store/bank-logins.ts'
import type { Database } from '../../src/store/database.ts'
import { readEvents } from '../../src/store/event-rows.ts'
import { sql } from '../../src/store/sql.ts'
import type { Handler } from '../../src/work/handler.ts'
import { addChanges, testSecretBox } from './add-changes.ts'
import { lookAtDueWork } from './look-at-due-work.ts'
import { noBlobs } from './no-blobs.ts'
import { createScriptedBank } from './scripted-bank.ts'

const providerId = 'test-bank'
/** The return addresses of browsers. */
export const returnUrls = {
  successUrl: 'https://app.example.com/back?a=%20b#end',
  errorUrl: 'https://app.example.com/back/error',
  exitUrl: 'https://app.example.com/back/exit',
}
export const customer = { userIp: '203.0.114.7' }

/**
 * Bank users with a vendor in memory, a manual clock and workers that look when the test says so. Each world is a
 * tenant. If a database has several worlds, only the work of the newest one is done.
 */
function createBankWorld(plain: Database, tenantName: string, readings: ReadingWatch) {
  const tenant = parseTenantId(tenantName)
  let time = Date.parse('2026-03-01T12:00:00Z')
  const now = () => new Date(time)
  const context = { ...wholeTenant(tenant), correlationId: 'corr-test' }
  const database = addChanges(plain, now)
  const bank = createScriptedBank(now)
  const client: ProviderClient = { products: {}, bankLogins: bank.driver }
  const providers = {
    client(_tenant: unknown, id: string) {
      if (id === providerId) return client
      throw new AppError('PROVIDER_NOT_CONFIGURED', 'There is no such provider.', { field: ['provider'] })
    },
    accountKey: () => `account of ${tenant}`,
    order: (_tenant: unknown, wanted: Parameters<typeof findOffer>[1]) =>
      findOffer(client, wanted) ? [providerId] : [],
  }
  const logger = pino({ level: 'silent' })
  const returnSigner = createSigner(['a-secret-of-at-least-32-characters'], 'bank-return')
  const redirects = createRedirectPolicy({
    allowedRedirects: ['https://app.example.com/back'],
    tenants: new Map(),
    anonymous: false,
  })
  const shared = { database, providers, secretBox: testSecretBox, now, logger, readings }
  const looks = { ...shared, random: () => 0.5, pollSpeedup: 1 }
  const handlers = new Map<string, Handler<unknown>>([['bank-user', createBankUserHandler(looks)]])
  const receive = createReceiveReturn({ database, signer: returnSigner })
  const ofNode = { ...shared, redirects, returnSigner, publicUrl: 'https://assay.example', anonymous: false }
  /** Starts another process with the same database. */
  const startNode = () => createBankLoginCommands(ofNode)
  const planned = () =>
    database.rows<{ at: Date }>(sql`select due_at as at from work where tenant_id = ${tenant} order by due_at`)

  /** Claims and looks at due subjects, at most `most`. @returns the number of looks */
  const look = (most = 10) => lookAtDueWork(database, looks, { tenant, handlers, most })

  return {
    tenant,
    context,
    database,
    bank,
    now,
    look,
    planned,
    startNode,
    commands: startNode(),
    erasures: createErasures({ database, blobs: noBlobs, providers, logger }),
    live: (budgetMs = 5_000) => createLiveBankLogins({ ...shared, budgetMs }),
    pass(ms: number) {
      time += ms
    },
    addApplicant: () => createIntake({ database }).createApplicant(context, { kind: 'PERSON' }),
    /** Looks `most` times, advancing the clock to the next due subject. */
    async run(most: number) {
      for (let done = 0; done < most; done++) {
        const [next] = await planned()
        if (!next) return
        time = Math.max(time, next.at.getTime())
        await look()
      }
    },
    /** The browser returns from the newest session at the vendor. */
    comeBack(end: 'success' | 'error' | 'exit' = 'success', at = providerId) {
      const token = bank.sessions.at(-1)?.returnUrls[end].split('/').at(-1) ?? ''
      return receive({ providerId: at, token, correlationId: 'corr-browser' })
    },
    receive: (token: string) => receive({ providerId, token, correlationId: 'corr-browser' }),
    async logins(applicantId: string) {
      return (await readBankLoginsOfApplicants(database, wholeTenant(tenant), [applicantId])).get(applicantId) ?? []
    },
    async session(id: string) {
      const [session] = await readBankSessions(database, wholeTenant(tenant), [id])
      return session
    },
    async events(applicantId: string) {
      const events = await readEvents(database, wholeTenant(tenant), { applicantId }, { after: 0, limit: 1_000 })
      return events.filter(event => event.type.startsWith('BANK_'))
    },
    async user(applicantId: string) {
      const [row] = await database.rows(sql`
        select * from bank_users where tenant_id = ${tenant} and applicant_id = ${applicantId}`)
      return row
    },
  }
}

export type BankWorld = ReturnType<typeof createBankWorld>

/** @returns a function that creates a world, within tests */
export function useBankWorlds(database: () => Database, name: string): () => BankWorld {
  let readings: ReturnType<typeof createReadingWatch>
  let worlds = 0
  beforeAll(async () => {
    readings = createReadingWatch(database())
    await readings.start()
  })
  afterAll(() => readings.stop())
  return () => createBankWorld(database(), `${name}-${worlds++}`, readings)
}
