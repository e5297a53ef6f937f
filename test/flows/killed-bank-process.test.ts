import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { createFollower } from '../support/follower.ts'
import { createGraphqlClient, type GraphqlClient } from '../support/graphql-client.ts'
import { createApplicant, openCase, readLog, uniquePdf, uploadDocument } from '../support/journey.ts'
import { ownPort } from '../support/own-port.ts'
import { createPostgresqlDatabase, postgresqlReachable } from '../support/postgresql.ts'
import { keys, nodeVariables } from '../support/start-app.ts'
import { type BankVendor, startBankVendor } from '../support/start-bank-vendor.ts'
import { killProcesses, type NodeProcess, startProcess } from '../support/start-process.ts'

let bank: BankVendor
let dataDir: string
let place: { readonly url: string; drop(): Promise<void> } | null
let node: NodeProcess
beforeAll(async () => {
  bank = await startBankVendor()
  dataDir = await mkdtemp(join(tmpdir(), 'flows-'))
  place = postgresqlReachable ? await createPostgresqlDatabase() : null
})
afterAll(async () => {
  await killProcesses()
  await bank.stop()
  await place?.drop()
  await rm(dataDir, { recursive: true })
})

const page = 'https://app.example.com/back'
const returnUrls = { successUrl: page, errorUrl: page, exitUrl: page }

async function connectBank(client: GraphqlClient, applicantId: string): Promise<string> {
  const shape = z.object({ connectBank: z.object({ redirectUrl: z.string() }) })
  const query = 'mutation ($input: ConnectBankInput!) { connectBank(input: $input) { redirectUrl } }'
  const input = { applicantId, ...returnUrls, recurring: true }
  return (await client.ask(shape, query, { input })).connectBank.redirectUrl
}

async function sendLetter(client: GraphqlClient, applicantId: string, documentId: string): Promise<string> {
  const shape = z.object({ sendLetter: z.object({ shipment: z.object({ id: z.string() }) }) })
  const query = 'mutation ($input: SendLetterInput!) { sendLetter(input: $input) { shipment { id } } }'
  const address = { name: 'Anna Beispiel', street: 'Beispielweg 1', postalCode: '10115', city: 'Berlin', country: 'DE' }
  const input = { applicantId, documentId, recipient: 'Anna Beispiel', subject: 'Ihr Antrag', address }
  return (await client.ask(shape, query, { input })).sendLetter.shipment.id
}

const loginsShape = z.object({
  applicant: z.object({
    bankLogins: z.array(
      z.object({ accounts: z.array(z.object({ transactions: z.object({ totalCount: z.number() }) })) }),
    ),
  }),
})

test('P1 kill -9 during the reading of bank accounts and the sending of a letter loses nothing and repeats nothing', async () => {
  const variables = {
    ...nodeVariables,
    ...bank.variables,
    ...(place && { DATABASE_URL: place.url }),
    ALLOWED_REDIRECTS: page,
    POLL_SPEEDUP: '5',
    DATA_DIR: dataDir,
    PORT: await ownPort(),
  }
  node = await startProcess(variables)
  const client = createGraphqlClient(node, keys.acme)
  const applicantId = await createApplicant(client)
  const { documentId } = await uploadDocument(client, await openCase(client, applicantId), uniquePdf())
  const [{ cursor = '' } = {}] = await readLog(client)
  const follower = createFollower(cursor)
  follower.connect(client)

  const session = await connectBank(client, applicantId)
  const reading = bank.control.fault('logins', { kind: 'hang' })
  bank.control.completeSession(session)
  await reading.met
  bank.control.shipments.isHeld = true
  const handedOver = bank.control.fault('letter', { kind: 'hang', when: 'after' })
  const shipmentId = await sendLetter(client, applicantId, documentId)
  await handedOver.met
  expect(await node.kill('SIGKILL')).toEqual({ code: null, signal: 'SIGKILL' })

  node = await startProcess(variables)
  follower.connect(client)
  await follower.until(seen => seen.some(event => event.type === 'BANK_LOGIN_CONNECTED'))
  const [letter] = bank.control.shipments.list()
  bank.control.shipments.finish(letter?.processID ?? '')
  await follower.until(seen => seen.some(event => event.type === 'SHIPMENT_DELIVERED'))

  expect(bank.control.shipments.list()).toHaveLength(1)
  expect(bank.control.users()).toHaveLength(1)
  const { applicant } = await client.ask(
    loginsShape,
    `query ($id: ID!) { applicant(id: $id) { bankLogins { accounts { transactions(first: 1) { totalCount } } } } }`,
    { id: applicantId },
  )
  const [login] = applicant.bankLogins
  expect(applicant.bankLogins).toHaveLength(1)
  expect(login?.accounts.every(account => account.transactions.totalCount > 0)).toBe(true)
  const log = await readLog(client)
  expect(follower.seen.map(event => event.id)).toEqual(log.slice(1).map(event => event.id))
  const once = ['BANK_LOGIN_CONNECTED', 'SHIPMENT_DELIVERED']
  expect(log.map(event => event.type).filter(type => once.includes(type))).toEqual(once)
  const { shipment } = await client.ask(
    z.object({ shipment: z.object({ status: z.string(), error: z.null() }) }),
    'query ($id: ID!) { shipment(id: $id) { status error { code } } }',
    { id: shipmentId },
  )
  expect(shipment.status).toBe('DELIVERED')
})
