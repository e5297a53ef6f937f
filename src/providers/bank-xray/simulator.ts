import { toClock } from '../../simulation/clock.ts'
import { createSetCondition } from '../../simulation/condition.ts'
import { announcedAt, createAccounts } from '../../simulation/control.ts'
import { createFaults } from '../../simulation/faults.ts'
import { createHttpServer, type Received } from '../../simulation/http-server.ts'
import { createNextPlans } from '../../simulation/steering.ts'
import { StoreError, toStoreErrorAnswer } from '../../simulation/store-error.ts'
import type { Environment, SimulatorOptions } from '../provider.ts'
import { vendor } from './config.ts'
import { authenticate, createAccount, defaultAccount, type SimulatedAccount } from './simulator/accounts.ts'
import type { JournalEntry, Operation } from './simulator/control.ts'
import { createMedia, type SimulatedMedium } from './simulator/media.ts'
import { encryptedPlan, type MediumPlan, steering } from './simulator/medium-plan.ts'
import { outcomes } from './simulator/outcomes.ts'
import { createReports, createRequests, type NewReport, type SimulatedReport } from './simulator/requests.ts'
import { type AnswerShape, createRoutes, type Exchange } from './simulator/routes.ts'
import { createStoreAddresses, createStoreRoutes } from './simulator/store.ts'
import { toEnvelope, toErrorAnswer, VendorError } from './simulator/vendor-error.ts'
import { createSender, createWebhooks } from './simulator/webhooks.ts'

/** Lets a test decide what the vendor does. */
export type BankXrayControl = ReturnType<typeof createBankXraySimulator>['control']

export interface BankXraySimulatorOptions extends SimulatorOptions {
  /** Replaces members of the default account, such as `{ permissions: [] }`. */
  readonly account?: Partial<SimulatedAccount>
  /** Replaces members of the default shape: with envelopes, a form beside the medium, short lists. */
  readonly shape?: Partial<AnswerShape>
}

/**
 * A simulator of October's Bank X-Ray on loopback, as https://doc.lending.soprafinancing.io describes it. The store for its
 * documents has a port of its own. `simulator/README.md` says how to steer it.
 */
export function createBankXraySimulator(options: BankXraySimulatorOptions) {
  const { speed, logger } = options
  const clock = toClock(options)
  const account: SimulatedAccount = { ...defaultAccount, webhookUrl: options.webhookUrl, ...options.account }
  const accounts = createAccounts(account, createAccount)
  const shape: AnswerShape = {
    isWrapped: true,
    upload: 'form',
    isUploadInside: false,
    listsWhole: false,
    ...options.shape,
  }
  const journal: JournalEntry[] = []
  const faults = createFaults<Operation>(toEnvelope)
  const sender = createSender(clock, speed, logger)
  const webhooks = createWebhooks(sender, account)
  const next = createNextPlans<MediumPlan, SimulatedMedium>()
  let storeUrl = ''

  const requests = createRequests(clock)
  const reports = createReports(clock, announce)
  const media = createMedia(clock, speed, reportOn)
  const addresses = createStoreAddresses(clock.now, () => storeUrl)

  function announce({ requestId, id: reportId }: SimulatedReport): void {
    const owner = accounts.all.find(({ userId }) => userId === requests.find(requestId)?.userId)
    const url = announcedAt(webhooks, owner, account)
    if (!owner || url === null) return
    const body = JSON.stringify({ event: 'new_report', requestId, reportId })
    sender.deliver({ url, key: webhooks.isSigned ? owner.webhookKey : null, eventType: 'new_report', body })
  }

  /** Every statement starts a report on all statements read so far. The vendor's other products write reports, too. */
  function reportOn({ requestId, name }: SimulatedMedium): void {
    const own = media.list().filter(one => one.requestId === requestId && one.isExtracted)
    const read = own.filter(one => one.name === 'bank_statement' && one.file && one.plan.outcome === 'read')
    const inOrder = read.toSorted((one, other) => (one.ordinal ?? 0) - (other.ordinal ?? 0))
    reports.add({ requestId, source: 'doc_xray', media: [], raw: { documents: own.length } })
    const raw = Object.fromEntries(own.flatMap(({ plan }) => Object.entries(plan.raw)))
    if (name === 'bank_statement') reports.add({ requestId, source: 'bank_xray', media: inOrder, raw })
  }

  const received = {
    faults,
    journal,
    clock,
    logger,
    toEntry: (entry: Omit<JournalEntry, 'upload'>): JournalEntry => ({ ...entry, upload: null }),
  }
  const vendorServer = createHttpServer<Operation, JournalEntry, Exchange>({
    ...received,
    vendor: vendor.id,
    routes: createRoutes({ requests, media, reports, addresses, shape }),
    open: one => ({
      ...one,
      authenticate: permission => authenticate(one.request.headers, accounts.all, permission),
    }),
    refuseUnknown: () => new VendorError(404, 'Not found.'),
    toErrorAnswer,
  })
  const storeServer = createHttpServer<Operation, JournalEntry, Received<JournalEntry>>({
    ...received,
    vendor: `${vendor.id} store`,
    routes: createStoreRoutes({
      addresses,
      onStored(mediumId, { digest, byteSize, steering: words, isEncrypted }) {
        const { plan, resolve } = next.take()
        const steered = { ...steering.toPlan(words), ...(isEncrypted && encryptedPlan), ...plan }
        resolve(media.receive(mediumId, { digest, byteSize }, steered))
      },
    }),
    open: received => received,
    refuseUnknown: () => new StoreError(405, 'MethodNotAllowed', 'The specified method is not allowed.'),
    toErrorAnswer: toStoreErrorAnswer,
  })

  return {
    async start(): Promise<Environment> {
      storeUrl = `http://127.0.0.1:${await storeServer.listen(0)}`
      return {
        BANK_XRAY_BASE_URL: `http://127.0.0.1:${await vendorServer.listen(options.port)}`,
        BANK_XRAY_USER_ID: account.userId,
        BANK_XRAY_SESSION_TOKEN: account.sessionToken,
        BANK_XRAY_WEBHOOK_KEY: account.webhookKey,
      }
    },
    outcomes,
    setCondition: createSetCondition(faults),
    async stop() {
      media.stop()
      faults.clear()
      await sender.stop()
      await Promise.all([vendorServer.close(), storeServer.close()])
    },
    control: {
      /** The account whose credentials `start()` returns. */
      account,
      /** Another user of the vendor, who must not see the requests of the first one. */
      addAccount: accounts.add,
      /** The shape of answers that no page describes. It may be changed at any time. */
      shape,
      journal,
      fault: faults.queue,
      /** Replaces members of the next stored document's plan, also those of steering words. @returns that document */
      nextMedium: next.add,
      requests: requests.list,
      media: media.list,
      reports: reports.list,
      hold: media.hold,
      extract: media.extract,
      /** Writes a report of any kind and announces it. */
      addReport: (report: Pick<NewReport, 'requestId'> & Partial<NewReport>) =>
        reports.add({ source: 'bank_xray', media: [], raw: {}, ...report }),
      expireUploads: addresses.expire,
      webhooks,
    },
  }
}
