import { toClock } from '../../simulation/clock.ts'
import { createSetCondition } from '../../simulation/condition.ts'
import { announcedAt, createAccounts } from '../../simulation/control.ts'
import { createFaults } from '../../simulation/faults.ts'
import { createHttpServer } from '../../simulation/http-server.ts'
import { createNextPlans } from '../../simulation/steering.ts'
import { StoreError, toStoreErrorAnswer } from '../../simulation/store-error.ts'
import type { Environment, SimulatorOptions } from '../provider.ts'
import { vendor } from './config.ts'
import { type ClientSettings, createClient, createDefaultClient } from './simulator/clients.ts'
import { createSender, createWebhooks, type JournalEntry, type Operation } from './simulator/control.ts'
import { createFiles } from './simulator/files.ts'
import { outcomes } from './simulator/outcomes.ts'
import { createRoutes, type Exchange } from './simulator/routes.ts'
import { createSessions, type SimulatedSession, type SimulatedStatement } from './simulator/sessions.ts'
import { createPlan, readSteering, type StatementPlan } from './simulator/statement-plan.ts'
import { toEnrichmentEvent, toUploadEvent } from './simulator/status-bodies.ts'
import { detailError, toErrorAnswer, toSimulatedBody } from './simulator/vendor-error.ts'

/** Lets a test decide what the vendor does. */
export type FinboxControl = ReturnType<typeof createFinboxSimulator>['control']

export interface FinboxSimulatorOptions extends SimulatorOptions {
  /** Replaces members of the default client's settings, such as `{ toRejectAccount: true }`. */
  readonly settings?: Partial<ClientSettings>
}

/** The last part of the webhook's address, unless the caller chooses another. */
const defaultToken = 'sim-finbox-webhook-token-x1c2v3b4'

/** A simulator of FinBox BankConnect's session flow on loopback. `simulator/README.md` says how to steer it. */
export function createFinboxSimulator(options: FinboxSimulatorOptions) {
  const { speed, logger } = options
  const clock = toClock(options)
  const webhook = toSecretAddress(options.webhookUrl)
  const client = createDefaultClient({ webhookUrl: webhook.url, ...options.settings })
  const clients = createAccounts(client, createClient)
  const journal: JournalEntry[] = []
  const faults = createFaults<Operation>(toSimulatedBody)
  const sender = createSender(clock, speed, logger)
  const webhooks = createWebhooks(sender, webhook.url)
  const nextPlans = createNextPlans<StatementPlan, SimulatedStatement>()
  let baseUrl = ''

  const sessions = createSessions(clock, speed, {
    onUploaded: session =>
      announce(session, toUploadEvent(session, 'processing', 'SESSION_REQUIREMENT_COMPLETION_NOTIFICATION')),
    onExpired: session => announce(session, toUploadEvent(session, 'expired', 'SESSION_EXPIRY_NOTIFICATION')),
    onProcessed: session => announce(session, toEnrichmentEvent(session)),
  })
  const files = createFiles(clock.now, () => baseUrl, sessions.list)

  function announce({ client: owner }: SimulatedSession, event: { readonly event_name: string }): void {
    const url = announcedAt(webhooks, owner.settings, client.settings)
    if (url === null || owner.settings.webhookMode !== 1) return
    sender.deliver({ url, eventType: event.event_name, body: JSON.stringify(event) })
  }

  const server = createHttpServer<Operation, JournalEntry, Exchange>({
    vendor: vendor.id,
    routes: createRoutes({
      clients: clients.all,
      sessions,
      files,
      now: clock.now,
      speed,
      baseUrl: () => baseUrl,
      moveWebhook(owner, url) {
        if (owner === client) webhooks.url = url
        else owner.settings.webhookUrl = url
      },
      steer({ file }) {
        const next = nextPlans.take()
        return {
          plan: createPlan(file.digest, { ...readSteering(file.steering, clock.now()), ...next.plan }),
          taken: next.resolve,
        }
      },
    }),
    faults,
    journal,
    clock,
    logger,
    toEntry: entry => ({ ...entry, upload: null }),
    open: received => received,
    refuseUnknown: () => detailError(404, 'Not found.'),
    toErrorAnswer: error => (error instanceof StoreError ? toStoreErrorAnswer(error) : toErrorAnswer(error)),
  })

  return {
    async start(): Promise<Environment> {
      baseUrl = `http://127.0.0.1:${await server.listen(options.port)}`
      return {
        FINBOX_BASE_URL: `${baseUrl}/bank-connect/v1`,
        FINBOX_API_KEY: client.apiKey,
        FINBOX_SERVER_HASH: client.serverHash,
        FINBOX_WEBHOOK_TOKEN: webhook.token,
      }
    },
    outcomes,
    setCondition: createSetCondition(faults),
    async stop() {
      sessions.stop()
      faults.clear()
      await sender.stop()
      await server.close()
    },
    control: {
      /** The client whose credentials `start()` returns. Its `settings` may be changed at any time. */
      client,
      /** Another client of the vendor, who must not see the sessions of the first one. */
      addClient: clients.add,
      journal,
      fault: faults.queue,
      /** Replaces members of the next uploaded document's plan, also those of steering words. @returns that document */
      nextStatement: nextPlans.add,
      sessions: sessions.list,
      finish: sessions.finish,
      expire: sessions.expire,
      expireFiles: files.expire,
      webhooks,
    },
  }
}

/**
 * Nothing is signed, so the last part of the webhook's address is its secret. An address that ends with the vendor's id has no
 * such part yet, and gets one.
 */
function toSecretAddress(url: string | null): { readonly url: string | null; readonly token: string } {
  if (url === null) return { url, token: defaultToken }
  const last = new URL(url).pathname.split('/').at(-1) ?? ''
  return last === vendor.id || last === ''
    ? { url: `${url.replace(/\/$/, '')}/${defaultToken}`, token: defaultToken }
    : { url, token: last }
}
