import { createHash } from 'node:crypto'
import { toClock } from '../../simulation/clock.ts'
import { createSetCondition } from '../../simulation/condition.ts'
import { announcedAt, createAccounts } from '../../simulation/control.ts'
import { createFaults } from '../../simulation/faults.ts'
import { createHttpServer } from '../../simulation/http-server.ts'
import { createRateLimits } from '../../simulation/rate-limits.ts'
import type { Environment, SimulatorOptions } from '../provider.ts'
import { vendor } from './config.ts'
import { createConsents } from './simulator/consents.ts'
import type { JournalEntry, Operation } from './simulator/control.ts'
import { authenticate, createOrganisation, defaultOrganisation, type Organisation } from './simulator/organisations.ts'
import { outcomes } from './simulator/outcomes.ts'
import { createRoutes, type Exchange, openExchange, perMinute } from './simulator/routes.ts'
import type { StatementPlan } from './simulator/statement-plan.ts'
import { createStatements, createUploads, type Outcome, type SimulatedStatement } from './simulator/statements.ts'
import { createOrganisationTokens } from './simulator/tokens.ts'
import { toErrorAnswer, toSimulatedEnvelope, VendorError } from './simulator/vendor-error.ts'
import { createSender, createWebhooks, toStatementEvent } from './simulator/webhooks.ts'

/** Lets a test decide what the vendor does. */
export type FlvxtractControl = ReturnType<typeof createFlvxtractSimulator>['control']

export interface FlvxtractSimulatorOptions extends SimulatorOptions {
  /** Replaces members of the default organisation, such as `{ monthlyUploads: 50 }`. */
  readonly organisation?: Partial<Organisation>
}

/** A simulator of FLVXtract on loopback, as https://flvxtract.com/docs describes it. `simulator/README.md` says how to steer it. */
export function createFlvxtractSimulator(options: FlvxtractSimulatorOptions) {
  const { speed, logger } = options
  const clock = toClock(options)
  const organisation: Organisation = {
    ...defaultOrganisation,
    webhookUrl: options.webhookUrl,
    ...options.organisation,
  }
  const organisations = createAccounts(organisation, createOrganisation)
  const journal: JournalEntry[] = []
  const faults = createFaults<Operation>(toSimulatedEnvelope)
  const tokens = createOrganisationTokens(clock.now)
  const consents = createConsents(clock)
  const sender = createSender(clock, speed, logger)
  const webhooks = createWebhooks({ sender, clock, organisation })
  const statements = createStatements(clock, speed, announce)
  const uploads = createUploads(statements, clock)
  const limits = createRateLimits({ perMinute, now: clock.now, speed })
  let baseUrl = ''

  function announce(statement: SimulatedStatement): void {
    const owner = organisations.all.find(one => one.id === statement.organisationId)
    const url = announcedAt(webhooks, owner, organisation)
    if (!owner || url === null) return
    const event = toStatementEvent(statement, clock.now())
    const { eventType, eventId } = event
    sender.deliver({ url, secret: owner.webhookSecret, eventType, eventId, body: JSON.stringify(event) })
  }

  /**
   * The customer follows a join link and agrees. null when the link is unknown or no longer valid.
   * @param plan replaces members of the statement's plan
   */
  function share(consentRequestId: string, plan: Partial<StatementPlan> = {}): SimulatedStatement | null {
    const consent = consents.complete(consentRequestId)
    if (!consent) return null
    const digest = createHash('sha256').update(consent.id).digest('hex')
    const { organisationId } = consent
    return statements.add({ organisationId, consentRequestId, digest, fileName: 'shared-statement.pdf', plan })
  }

  const server = createHttpServer<Operation, JournalEntry, Exchange>({
    vendor: vendor.id,
    routes: createRoutes({
      organisations: organisations.all,
      statements,
      consents,
      tokens,
      baseUrl: () => baseUrl,
      acceptFile: uploads.accept,
      share,
    }),
    faults,
    journal,
    clock,
    logger,
    toEntry: entry => ({ ...entry, upload: null }),
    open: received =>
      openExchange(received, limits, () => authenticate(received.request.headers, organisations.all, tokens)),
    // The documentation names no 405, so a wrong method is a 404, too.
    refuseUnknown: () => new VendorError(404, 'Not found.'),
    toErrorAnswer,
  })
  const finish = (outcome: Outcome) => (id: string, reason?: string) => statements.finish(id, outcome, reason)

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
    outcomes,
    setCondition: createSetCondition(faults),
    async stop() {
      statements.stop()
      faults.clear()
      await sender.stop()
      await server.close()
    },
    control: {
      /** The organisation whose credentials `start()` returns. */
      organisation,
      /** Another customer of the vendor, who must not see the statements of the first one. */
      addOrganisation: organisations.add,
      journal,
      fault: faults.queue,
      nextStatement: uploads.steerNext,
      statements: statements.list,
      hold: statements.hold,
      complete: finish('completed'),
      partial: finish('partial'),
      fail: finish('failed'),
      consents: consents.list,
      share,
      expireAccessTokens: tokens.expireAccessTokens,
      webhooks,
    },
  }
}
