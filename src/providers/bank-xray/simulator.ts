import { type Clock, systemClock } from '../../simulation/clock.ts'
import { createFaults } from '../../simulation/faults.ts'
import { createHttpServer, type HttpServer, type Received } from '../../simulation/http-server.ts'
import { createJournal } from '../../simulation/journal.ts'
import type { Environment, SimulatorOptions } from '../provider.ts'
import { authenticate, createAccount, defaultAccount, type SimulatedAccount } from './simulator/accounts.ts'
import {
  type BankXraySimulator,
  type BankXraySimulatorOptions,
  createWebhookControl,
  type JournalEntry,
  type Operation,
} from './simulator/control.ts'
import { createMedia, type SimulatedMedium } from './simulator/media.ts'
import { encryptedPlan, type MediumPlan, readSteering } from './simulator/medium-plan.ts'
import { createReports, createRequests, type SimulatedReport } from './simulator/requests.ts'
import { type AnswerShape, createRoutes, type Exchange } from './simulator/routes.ts'
import { createStoreAddresses, createStoreRoutes, StoreError, toStoreErrorAnswer } from './simulator/store.ts'
import { toEnvelope, toErrorAnswer, VendorError } from './simulator/vendor-error.ts'
import { createWebhookSender } from './simulator/webhooks.ts'

export type { BankXrayControl, BankXraySimulator, BankXraySimulatorOptions } from './simulator/control.ts'

/**
 * October's Bank X-Ray played on loopback as https://doc.lending.soprafinancing.io describes it, and the store for its documents
 * on a port of its own; `simulator/README.md` says how to steer it.
 */
export function createBankXraySimulator(options: SimulatorOptions & BankXraySimulatorOptions): BankXraySimulator {
  const { speed, logger } = options
  const clock: Clock = { now: options.now ?? systemClock.now, setTimer: options.setTimer ?? systemClock.setTimer }
  const account: SimulatedAccount = { ...defaultAccount, webhookUrl: options.webhookUrl, ...options.account }
  const accounts = [account]
  const shape: AnswerShape = {
    isWrapped: true,
    upload: 'form',
    isUploadInside: false,
    listsWhole: false,
    ...options.shape,
  }
  const journal = createJournal<JournalEntry>()
  const faults = createFaults<Operation>(toEnvelope)
  const sender = createWebhookSender(clock, speed, logger)
  const webhooks = createWebhookControl(sender, account)
  const steered: { plan: Partial<MediumPlan>; stored: PromiseWithResolvers<SimulatedMedium> }[] = []
  let storeUrl = ''

  const requests = createRequests(clock)
  const reports = createReports(clock, announce)
  const media = createMedia(clock, speed, reportOn)
  const addresses = createStoreAddresses(clock.now, () => storeUrl)

  function announce({ requestId, id: reportId }: SimulatedReport): void {
    const owner = accounts.find(({ userId }) => userId === requests.find(requestId)?.userId)
    const url = owner === account ? webhooks.url : (owner?.webhookUrl ?? null)
    if (!owner || url === null || !webhooks.enabled) return
    const body = JSON.stringify({ event: 'new_report', requestId, reportId })
    sender.deliver({ url, key: webhooks.isSigned ? owner.webhookKey : null, eventType: 'new_report', body })
  }

  /** Every statement starts a report of its own, about all that have been read by then; other X-Rays write theirs too. */
  function reportOn({ requestId, name }: SimulatedMedium): void {
    const own = media.list().filter(one => one.requestId === requestId && one.isExtracted)
    const read = own.filter(one => one.name === 'bank_statement' && one.file && one.plan.outcome === 'read')
    const inOrder = read.toSorted((one, other) => (one.ordinal ?? 0) - (other.ordinal ?? 0))
    reports.add({ requestId, source: 'doc_xray', media: [], raw: { documents: own.length } })
    const raw = Object.fromEntries(own.flatMap(({ plan }) => Object.entries(plan.raw)))
    if (name === 'bank_statement') reports.add({ requestId, source: 'bank_xray', media: inOrder, raw })
  }

  const received = { faults, journal, clock, logger, toEntry: withoutUpload }
  const vendorServer = createHttpServer<Operation, JournalEntry, Exchange>({
    ...received,
    vendor: 'bank-xray',
    routes: createRoutes({ requests, media, reports, addresses, shape }),
    open: one => ({ exchange: { ...one, authenticate: () => authenticate(one.request.headers, accounts) } }),
    refuseUnknown: () => new VendorError(404, 'Not found.'),
    toErrorAnswer,
  })
  const storeServer: HttpServer = createHttpServer<Operation, JournalEntry, Received<JournalEntry>>({
    ...received,
    vendor: 'bank-xray store',
    routes: createStoreRoutes({
      addresses,
      onStored(mediumId, { digest, byteSize, steering, isEncrypted }) {
        const next = steered.shift()
        const plan = { ...readSteering(steering), ...(isEncrypted && encryptedPlan), ...next?.plan }
        const medium = media.receive(mediumId, { digest, byteSize }, plan)
        next?.stored.resolve(medium)
      },
    }),
    open: exchange => ({ exchange }),
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
    async stop() {
      media.stop()
      faults.clear()
      await sender.stop()
      await Promise.all([vendorServer.close(), storeServer.close()])
    },
    control: {
      account,
      addAccount(own) {
        const added = createAccount(own)
        accounts.push(added)
        return added
      },
      shape,
      journal: journal.entries,
      fault: faults.queue,
      nextMedium(plan) {
        const stored = Promise.withResolvers<SimulatedMedium>()
        steered.push({ plan, stored })
        return stored.promise
      },
      requests: requests.list,
      media: media.list,
      reports: reports.list,
      changeRequest: requests.change,
      removeRequest: requests.remove,
      hold: media.hold,
      extract: media.extract,
      addReport: report => reports.add({ source: 'bank_xray', media: [], raw: {}, ...report }),
      removeReport: reports.remove,
      expireUploads: addresses.expire,
      webhooks,
    },
  }
}

function withoutUpload(entry: Omit<JournalEntry, 'upload'>): JournalEntry {
  return { ...entry, upload: null }
}
