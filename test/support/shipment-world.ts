import { buffer } from 'node:stream/consumers'
import { createSigner } from '../../src/auth/signer.ts'
import { wholeTenant } from '../../src/domain/reach.ts'
import type { SendDocument } from '../../src/domain/shipment-commands.ts'
import { createErasures } from '../../src/erasure/create-erasures.ts'
import { AppError } from '../../src/errors.ts'
import type { ChangingDatabase } from '../../src/events/change.ts'
import type { ShipmentDriver, ShipmentJob } from '../../src/providers/shipment-driver.ts'
import { createShipmentCommands } from '../../src/shipments/create-shipment-commands.ts'
import { createShipmentHandler } from '../../src/shipments/create-shipment-handler.ts'
import { createReceiveShipmentNotice } from '../../src/shipments/receive-shipment-notice.ts'
import type { Database } from '../../src/store/database.ts'
import { readEvents } from '../../src/store/event-rows.ts'
import { findShipmentState } from '../../src/store/shipments.ts'
import { sql } from '../../src/store/sql.ts'
import type { Handler } from '../../src/work/handler.ts'
import { createAnalysisWorld, testProvider } from './analysis-world.ts'
import { lookAtDueWork } from './look-at-due-work.ts'
import { noBlobs } from './no-blobs.ts'
import { createScriptedDriver, WorkerKilled } from './scripted-driver.ts'

export const confirmationMs = 72 * 3_600_000

/** A vendor in memory that accepts every shipment unless scripted otherwise. */
export function createScriptedShipments() {
  const taken: { readonly job: ShipmentJob; readonly bytes: Buffer }[] = []
  const vendor = {
    /** The accepted shipments in order. */
    taken,
    /** Hooks that a test may delay or make fail. */
    beforeTaking: async (_job: ShipmentJob) => {},
    afterTaking: async (_job: ShipmentJob) => {},
  }
  const driver: ShipmentDriver = {
    accepts: { mediaTypes: ['application/pdf'], maxBytes: 1_000 },
    deadlineMs: { LETTER: confirmationMs, FAX: confirmationMs },
    refuse: ({ channel, address }) =>
      channel === 'FAX' && address.faxNumber === null
        ? new AppError('BAD_USER_INPUT', 'A fax needs a number.', { field: ['address', 'faxNumber'] })
        : null,
    async send(job) {
      await vendor.beforeTaking(job)
      taken.push({ job, bytes: await buffer(await job.document.open()) })
      await vendor.afterTaking(job)
    },
    parseCallback(query) {
      const [shipmentId, success] = [query.get('requestid'), query.get('success')]
      return shipmentId === null || success === null ? null : { shipmentId, delivered: success === 'true' }
    },
  }
  return Object.assign(vendor, { driver })
}

export type ShipmentWorld = ReturnType<typeof createShipmentWorld>

/** Shipments with the test's vendor, a manual clock and workers that look when the test says so. */
export function createShipmentWorld(plain: Database, tenantName: string) {
  const vendor = createScriptedShipments()
  const world = createAnalysisWorld(plain, createScriptedDriver(), tenantName, { client: { shipments: vendor.driver } })
  const { tenant, context, deps } = world
  const signer = createSigner(['a-secret-of-at-least-32-characters'], 'shipment')
  const commands = createShipmentCommands(deps)
  const receive = createReceiveShipmentNotice({ ...deps, signer })

  return {
    ...world,
    vendor,
    commands,
    receive,
    /** Adds a stored PDF of an applicant. */
    async addPdf() {
      const { caseId, documentId } = await world.addDocument()
      const [row] = await plain.rows<{ id: string }>(sql`
        select applicant_id as id from cases where tenant_id = ${tenant} and id = ${caseId}`)
      return { applicantId: row?.id ?? '', documentId }
    },
    async sendFax(more: Partial<SendDocument> = {}) {
      const document = more.documentId === undefined ? await this.addPdf() : null
      const input = { recipient: 'Example Ltd', subject: 'Statement', address: { faxNumber: '+493012345678' } }
      return commands.send(context, 'FAX', { applicantId: '', documentId: '', ...document, ...input, ...more })
    },
    find: (id: string) => findShipmentState(plain, tenant, id),
    shipmentEvents: async (shipmentId: string) =>
      (await readEvents(plain, wholeTenant(tenant), { shipmentId }, { after: 0, limit: 100 })).map(
        event => `${event.type} ${event.via}`,
      ),
    /** The vendor calls the callback address of a shipment. */
    call(job: ShipmentJob, delivered: boolean, more: { readonly id?: string; readonly query?: string } = {}) {
      const query = more.query ?? `requestid=${more.id ?? job.shipmentId}&success=${delivered}`
      const token = job.callbackUrl.split('/').at(-1) ?? ''
      const callback = { providerId: testProvider, token, correlationId: 'corr-callback' }
      return receive({ ...callback, query: new URLSearchParams(query) })
    },
    erasures: createErasures({ ...deps, blobs: noBlobs }),
    /** Looks at due shipments as another worker, whose process may end. */
    async lookAs(database: ChangingDatabase): Promise<void> {
      const handler = createShipmentHandler({ ...deps, database, signer, publicUrl: 'https://assay.example/' })
      const handlers = new Map<string, Handler<unknown>>([['shipment', handler]])
      await lookAtDueWork(plain, { ...deps, database }, { tenant, handlers, most: 9 })
    },
    async lookAtShipments() {
      await this.lookAs(deps.database)
    },
  }
}

/** Counts the steps of a worker's process and ends it at the last one. */
export interface Mortality {
  /** Call it where the process may end. @throws WorkerKilled at the last step and at each later one */
  step(): void
  readonly isDead: boolean
}

/** @param lastStep the number of steps before the process ends */
export function createMortality(lastStep: number): Mortality {
  let steps = 0
  return {
    step() {
      if (steps >= lastStep) throw new WorkerKilled()
      steps += 1
    },
    get isDead() {
      return steps >= lastStep
    },
  }
}

/** The database of a process that may end before and after every call. */
export function createMortalDatabase(database: ChangingDatabase, { step }: Mortality): ChangingDatabase {
  async function within<Result>(work: () => Promise<Result>): Promise<Result> {
    step()
    const result = await work()
    step()
    return result
  }
  return {
    ...database,
    rows: query => {
      step()
      return database.rows(query)
    },
    transaction: work => within(() => database.transaction(work)),
    change: (context, via, work) => within(() => database.change(context, via, work)),
  }
}
