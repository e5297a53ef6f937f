import { Readable } from 'node:stream'
import type { Logger } from 'pino'
import { z } from 'zod'
import { type Clock, createTimers } from '../../../simulation/clock.ts'
import { readDocument } from '../../../simulation/read-document.ts'
import { createSteering } from '../../../simulation/steering.ts'
import { createWebhookSender } from '../../../simulation/webhook-sender.ts'
import { vendor } from '../config.ts'
import { appendQuery } from './append-query.ts'
import type { Customer } from './customers.ts'
import { invalidInput, VendorError } from './vendor-error.ts'

const text = z.string().trim().min(1, 'must not be empty').max(1_000)

/** ASSUMED: the members of `shared.Address`, which the page does not unfold. */
const address = z.strictObject({
  name: text.optional(),
  street: text.optional(),
  postalCode: text.optional(),
  city: text.optional(),
  /** ISO 3166-1 alpha-2. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'must be two letters')
    .optional(),
  faxNumber: z
    .string()
    .regex(/^\+?[0-9][0-9 /()-]{4,30}$/, 'must be a telephone number')
    .optional(),
})

/**
 * Source: "Send Letter", "Send Fax", https://os.fino.ai/tmp/docv1; "specify a CallbackURL and a UUID on the request object".
 * ASSUMED: a letter needs street, postal code, city and country, a fax a number.
 */
const shared = {
  callbackURL: z.url({ protocol: /^https?$/, error: 'must be a URL' }),
  pdfContent: z.string().refine(isBase64, 'must be base64'),
  processID: z.guid('must be a UUID'),
  recipient: text,
  subject: text,
}
const letterBody = z.strictObject({
  ...shared,
  address: address.required({ street: true, postalCode: true, city: true, country: true }),
})
const faxBody = z.strictObject({ ...shared, address: address.required({ faxNumber: true }) })

type ShipmentRequest = z.infer<typeof letterBody> | z.infer<typeof faxBody>

export type Channel = 'letter' | 'fax'

export const shipmentBodies: Readonly<Record<Channel, z.ZodType<ShipmentRequest>>> = {
  letter: letterBody,
  fax: faxBody,
}

/** Decodes and encodes the text, because a regular expression over such a long text runs out of memory. */
function isBase64(content: string): boolean {
  return content !== '' && Buffer.from(content, 'base64').toString('base64') === content
}

/** A letter or fax as the vendor knows it. */
export interface SimulatedShipment {
  readonly customer: string
  readonly channel: Channel
  readonly processID: string
  readonly recipient: string
  readonly subject: string
  readonly address: z.infer<typeof address>
  readonly callbackURL: string
  /** The digest of the PDF. */
  readonly digest: string
  readonly byteSize: number
  /** Whether it was delivered; null: under way. */
  readonly success: boolean | null
}

interface Plan {
  readonly outcome: 'delivered' | 'undeliverable' | 'lost'
  /** Divided by the speed. */
  readonly deliveryMs: number
}

/** What words in recipient, subject or PDF change. */
const steering = createSteering<Plan>({
  undeliverable: { outcome: 'undeliverable' },
  lost: { outcome: 'lost' },
  slow: { deliveryMs: 120_000 },
})

export const shipmentWords = steering.words

/** ASSUMED: how long it takes. */
const deliveryMs: Readonly<Record<Channel, number>> = { letter: 20_000, fax: 6_000 }

export type Shipments = ReturnType<typeof createShipments>

export function createShipments(clock: Clock, speed: number, logger: Logger) {
  const shipments = new Map<string, SimulatedShipment>()
  const timers = createTimers(clock, speed)
  // A POST without a body or signature. ASSUMED: it is sent once.
  const sender = createWebhookSender({
    vendor: vendor.id,
    clock,
    speed,
    logger,
    waitsMs: [],
    toHeaders: () => ({ 'user-agent': 'finoOS' }),
  })

  function finish(key: string, success: boolean): void {
    const shipment = shipments.get(key)
    if (!shipment) throw new Error(`No shipment ${key} was sent.`)
    timers.cancel(key)
    shipments.set(key, { ...shipment, success })
    const parameter = `requestid=${encodeURIComponent(shipment.processID)}&success=${success}`
    sender.deliver({ url: appendQuery(shipment.callbackURL, parameter), eventType: shipment.channel, body: '' })
  }

  /** Lets a test control letters and faxes. */
  const control = {
    /** Oldest first. */
    list: (): readonly SimulatedShipment[] => [...shipments.values()],
    /** true: new shipments stay under way until `finish`. */
    isHeld: false,
    /** Ends a shipment and calls back; may be repeated. @throws Error when it is not known */
    finish(processID: string, success = true): void {
      const key = [...shipments].find(([, one]) => one.processID === processID)?.[0]
      finish(key ?? processID, success)
    },
    /** Resolves when no callback is under way. */
    idle: () => sender.idle(),
  }

  return {
    /** @throws VendorError 400 when the content is no PDF, 409 when the customer has used the process id before */
    async send(customer: Customer, channel: Channel, { pdfContent, ...request }: ShipmentRequest): Promise<void> {
      const document = await readDocument(Readable.from([Buffer.from(pdfContent, 'base64')]), steering.words)
      if (!document.isPdf) throw invalidInput({ pdfContent: ['must be a PDF'] })
      const key = `${customer.name} ${request.processID.toLowerCase()}`
      if (shipments.has(key)) throw new VendorError(409, 'the processID was used before')
      const { digest, byteSize } = document
      shipments.set(key, { customer: customer.name, channel, ...request, digest, byteSize, success: null })
      const inTexts = `${request.recipient} ${request.subject}`.toLowerCase().match(/[a-z]+/g) ?? []
      const plan: Plan = {
        outcome: 'delivered',
        deliveryMs: deliveryMs[channel],
        ...steering.toPlan([...inTexts, ...document.steering]),
      }
      if (control.isHeld || plan.outcome === 'lost') return
      timers.start(key, plan.deliveryMs, () => finish(key, plan.outcome === 'delivered'))
    },
    control,
    async stop(): Promise<void> {
      timers.stop()
      await sender.stop()
    },
  }
}
