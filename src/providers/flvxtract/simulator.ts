import { createHash } from 'node:crypto'
import { type Clock, systemClock } from '../../simulation/clock.ts'
import { createFaults } from '../../simulation/faults.ts'
import { createHttpServer } from '../../simulation/http-server.ts'
import { createJournal } from '../../simulation/journal.ts'
import { createRateLimits } from '../../simulation/rate-limits.ts'
import type { Environment, SimulatorOptions } from '../provider.ts'
import { createConsents } from './simulator/consents.ts'
import {
  createOutcomeControl,
  createWebhookControl,
  type FlvxtractSimulator,
  type FlvxtractSimulatorOptions,
  type JournalEntry,
  type Operation,
} from './simulator/control.ts'
import { authenticate, createOrganisation, defaultOrganisation, type Organisation } from './simulator/organisations.ts'
import { createRoutes, type Exchange, openExchange, perMinute } from './simulator/routes.ts'
import type { StatementPlan } from './simulator/statement-plan.ts'
import { createStatements, createUploads, type SimulatedStatement } from './simulator/statements.ts'
import { createTokens } from './simulator/tokens.ts'
import { toErrorAnswer, toSimulatedEnvelope, VendorError } from './simulator/vendor-error.ts'
import { createWebhookSender, toStatementEvent } from './simulator/webhooks.ts'

export type { FlvxtractControl, FlvxtractSimulator, FlvxtractSimulatorOptions } from './simulator/control.ts'

/** FLVXtract played on loopback as https://flvxtract.com/docs describes it; `simulator/README.md` says how to steer it. */
export function createFlvxtractSimulator(options: SimulatorOptions & FlvxtractSimulatorOptions): FlvxtractSimulator {
  const { speed, logger } = options
  const clock: Clock = { now: options.now ?? systemClock.now, setTimer: options.setTimer ?? systemClock.setTimer }
  const organisation: Organisation = {
    ...defaultOrganisation,
    webhookUrl: options.webhookUrl,
    ...options.organisation,
  }
  const organisations = [organisation]
  const journal = createJournal<JournalEntry>()
  const faults = createFaults<Operation>(toSimulatedEnvelope)
  const tokens = createTokens(clock.now)
  const consents = createConsents(clock)
  const sender = createWebhookSender(clock, speed, logger)
  const webhooks = createWebhookControl({ sender, clock, organisation })
  const statements = createStatements(clock, speed, announce)
  const uploads = createUploads(statements, clock)
  let baseUrl = ''

  function announce(statement: SimulatedStatement): void {
    const owner = organisations.find(one => one.id === statement.organisationId)
    const url = owner === organisation ? webhooks.url : (owner?.webhookUrl ?? null)
    if (!owner || url === null || !webhooks.enabled) return
    const event = toStatementEvent(statement, clock.now())
    const { eventType, eventId } = event
    sender.deliver({ url, secret: owner.webhookSecret, eventType, eventId, body: JSON.stringify(event) })
  }

  function share(consentRequestId: string, plan: Partial<StatementPlan> = {}): SimulatedStatement | null {
    const consent = consents.complete(consentRequestId)
    if (!consent) return null
    const digest = createHash('sha256').update(consent.id).digest('hex')
    const { organisationId } = consent
    return statements.add({ organisationId, consentRequestId, digest, fileName: 'shared-statement.pdf', plan })
  }

  const limits = createRateLimits({ perMinute, now: clock.now, speed })
  const server = createHttpServer<Operation, JournalEntry, Exchange>({
    vendor: 'flvxtract',
    routes: createRoutes({
      statements,
      consents,
      tokens,
      baseUrl: () => baseUrl,
      findLogin: (email, password) =>
        organisations.find(one => one.email.toLowerCase() === email.toLowerCase() && one.password === password) ?? null,
      acceptFile: uploads.accept,
      share,
    }),
    faults,
    journal,
    clock,
    logger,
    toEntry: entry => ({ ...entry, upload: null }),
    open: received =>
      openExchange(received, limits, () => authenticate(received.request.headers, organisations, tokens)),
    // The documentation knows no 405: whatever has no route is not found.
    refuseUnknown: () => new VendorError(404, 'Not found.'),
    toErrorAnswer,
  })

  return {
    async start(): Promise<Environment> {
      baseUrl = `http://127.0.0.1:${await server.listen(options.port)}`
      return {
        FLVXTRACT_BASE_URL: baseUrl,
        FLVXTRACT_CONSUMER_KEY: organisation.consumerKey,
        FLVXTRACT_CONSUMER_SECRET: organisation.consumerSecret,
        FLVXTRACT_WEBHOOK_SECRET: organisation.webhookSecret,
      }
    },
    async stop() {
      statements.stop()
      faults.clear()
      await sender.stop()
      await server.close()
    },
    control: {
      organisation,
      addOrganisation(own) {
        const added = createOrganisation(own)
        organisations.push(added)
        return added
      },
      journal: journal.entries,
      fault: faults.queue,
      nextStatement: uploads.steerNext,
      ...createOutcomeControl(statements),
      consents: consents.list,
      limitNextConsent: consents.limitNext,
      share,
      expireAccessTokens: tokens.expireAccessTokens,
      expireRefreshTokens: tokens.expireRefreshTokens,
      webhooks,
    },
  }
}
