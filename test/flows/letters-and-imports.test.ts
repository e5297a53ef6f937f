import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { createApplicant, endOfLog, followEvents, openCase, uniquePdf, uploadDocument } from '../support/journey.ts'
import { startApp, type TestApp } from '../support/start-app.ts'
import { type BankVendor, startBankVendor } from '../support/start-vendor.ts'

let app: TestApp
let bank: BankVendor
beforeAll(async () => {
  bank = await startBankVendor()
  app = await startApp(() => bank.variables)
})
afterAll(async () => {
  await app.stop()
  await bank.stop()
})

const address = { name: 'Anna Beispiel', street: 'Beispielweg 1', postalCode: '10115', city: 'Berlin', country: 'DE' }

const shipmentShape = z.object({ id: z.string(), channel: z.string(), status: z.string() })

const send = (channel: 'Letter' | 'Fax', input: object) =>
  app.client.mutate(`send${channel}`, input, { shipment: shipmentShape.nullable() })

/** Follows the events of an applicant. */
const follow = async (applicantId: string) => followEvents(app.client, await endOfLog(app.client), { applicantId })

test('a letter reaches the provider unchanged and once, and the provider’s callback reports its delivery', async () => {
  const applicantId = await createApplicant(app.client)
  const pdf = uniquePdf()
  const { documentId } = await uploadDocument(app.client, await openCase(app.client, applicantId), pdf)
  const events = await follow(applicantId)
  const input = { applicantId, documentId, recipient: 'Anna Beispiel', subject: 'Ihr Antrag', address }
  const { shipment, userErrors } = await send('Letter', { ...input, idempotencyKey: 'letter-1' })
  expect([shipment?.channel, userErrors]).toEqual(['LETTER', []])
  expect((await send('Letter', { ...input, idempotencyKey: 'letter-1' })).shipment?.id).toBe(shipment?.id)

  const seen = await events.until(event => event.type === 'SHIPMENT_DELIVERED')
  await events.stop()
  expect(seen.map(({ type, via }) => `${type} ${via}`)).toEqual([
    'SHIPMENT_QUEUED REQUEST',
    'SHIPMENT_SENT REQUEST',
    'SHIPMENT_DELIVERED CALLBACK',
  ])
  expect(await app.client.read('shipment', shipment?.id ?? '', shipmentShape)).toEqual({
    ...shipment,
    status: 'DELIVERED',
  })
  const sent = bank.control.shipments.list()
  expect(sent.map(one => one.digest)).toEqual([createHash('sha256').update(pdf).digest('hex')])
  expect(sent[0]).toMatchObject({ channel: 'letter', recipient: 'Anna Beispiel', subject: 'Ihr Antrag', address })
})

test('an undeliverable fax ends as FAILED, and a fax without a number is refused before anything is sent', async () => {
  const applicantId = await createApplicant(app.client)
  const { documentId } = await uploadDocument(app.client, await openCase(app.client, applicantId), uniquePdf())
  const before = bank.control.shipments.list().length
  const input = { applicantId, documentId, recipient: 'Beispiel GmbH', subject: 'undeliverable' }
  const refused = await send('Fax', { ...input, address: { name: 'Beispiel GmbH' } })
  expect(refused).toMatchObject({
    shipment: null,
    userErrors: [{ code: 'BAD_USER_INPUT', field: ['address', 'faxNumber'] }],
  })
  expect(bank.control.shipments.list()).toHaveLength(before)

  const events = await follow(applicantId)
  const { shipment } = await send('Fax', { ...input, address: { faxNumber: '+49 30 1234567' } })
  const seen = await events.until(event => event.type === 'SHIPMENT_FAILED')
  await events.stop()
  expect(seen.at(-1)).toMatchObject({ via: 'CALLBACK' })
  expect(await app.client.read('shipment', shipment?.id ?? '', shipmentShape)).toMatchObject({ status: 'FAILED' })
})

test('imported accounts are read back from the provider with every digit, and REPLACE needs a confirmation', async () => {
  const applicantId = await createApplicant(app.client)
  const loginOf = (id: string, amounts: readonly string[]) => ({
    id,
    bank: { name: 'Bank von Anderswo', bankCode: '10020000' },
    accounts: [
      {
        id: `${id}-account`,
        iban: 'DE02120300000000202051',
        owner: 'Anna Beispiel',
        type: 'CURRENT',
        currency: 'EUR',
        balance: '123456789012345.67',
        transactions: amounts.map((amount, at) => ({
          id: `${id}-${at}`,
          amount,
          currency: 'EUR',
          bookingDate: `2026-03-0${at + 1}`,
          description: 'Miete März',
        })),
      },
    ],
  })
  const amount = z.object({ value: z.string() })
  const movement = z.object({ amount, bookingDate: z.string().nullable() })
  const transactions = z
    .object({ edges: z.array(z.object({ node: movement })) })
    .describe('first: 10, orderBy: EFFECTIVE_DATE_ASC')
  const account = z.object({ balance: amount.nullable(), transactions })
  const login = z.object({ bank: z.object({ name: z.string() }), accounts: z.array(account) })
  const bring = (input: object) =>
    app.client.mutate('importBankLogins', { applicantId, ...input }, { bankLogins: z.array(login).nullable() })

  const { bankLogins, userErrors } = await bring({
    mode: 'MERGE',
    logins: [loginOf('first', ['-750.00', '1234567890123.45'])],
  })
  expect(userErrors).toEqual([])
  expect(bankLogins).toEqual([
    {
      bank: { name: 'Bank von Anderswo' },
      accounts: [
        {
          balance: { value: '123456789012345.67' },
          transactions: {
            edges: [
              { node: { amount: { value: '-750.00' }, bookingDate: '2026-03-01' } },
              { node: { amount: { value: '1234567890123.45' }, bookingDate: '2026-03-02' } },
            ],
          },
        },
      ],
    },
  ])
  const other = { mode: 'REPLACE', logins: [loginOf('second', ['-1.00'])] }
  expect(await bring(other)).toMatchObject({
    bankLogins: null,
    userErrors: [{ code: 'INVALID_STATE', field: ['confirm'] }],
  })
  expect(bank.control.users().flatMap(user => user.externalLogins)).toEqual(['first'])
  expect((await bring({ ...other, confirm: true })).bankLogins).toHaveLength(1)
  expect(bank.control.users().flatMap(user => user.externalLogins)).toEqual(['second'])
})
