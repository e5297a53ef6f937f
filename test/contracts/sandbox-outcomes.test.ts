import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { providers } from '../../src/providers/index.ts'
import { createLogger } from '../../src/server/create-logger.ts'
import { call } from '../../src/server/testing/call.ts'
import type { DocumentOutcome } from '../../src/simulation/outcomes.ts'
import { createBankBrowser } from '../support/bank-browser.ts'
import { createGraphqlClient, type GraphqlClient } from '../support/graphql-client.ts'
import { askForAnalysis, createApplicant, openCase, uploadDocument } from '../support/journey.ts'
import { createCompany } from '../support/risk-journey.ts'
import { startSandboxNode } from '../support/start-sandbox-node.ts'

/** Divides the vendors' time and multiplies their limits. */
const speed = 1_000
const pollSpeedup = 20
const logger = createLogger('silent')

const simulated = providers.map(({ id, createSimulator }) => ({
  provider: id,
  ...createSimulator({ port: 0, speed, logger, webhookUrl: null }).outcomes,
}))
/** One of those that end in the same way and time. What their documents contain does not matter here. */
const declared = [
  ...Map.groupBy(
    simulated.flatMap(({ provider, documents }) =>
      documents.map(outcome => ({ title: `${provider} ${outcome.product} ${outcome.outcome}`, provider, outcome })),
    ),
    ({ provider, outcome: { product, status, errorCode, requiredAction, takesMs, awaitedMs } }) =>
      JSON.stringify([provider, product, status, errorCode, requiredAction, takesMs, awaitedMs]),
  ).values(),
].flatMap(([first]) => first ?? [])
/** The outcomes that end during the test, and those for which the clock must be set forward. */
const { soon = [], late = [] } = Object.groupBy(declared, ({ outcome: { takesMs, awaitedMs = 0 } }) =>
  takesMs !== null && takesMs / speed + awaitedMs / pollSpeedup < 60_000 ? 'soon' : 'late',
)

const bankLogins = simulated.flatMap(({ provider, bankLogins = [] }) =>
  bankLogins.map(login => ({ provider, ...login })),
)

const isShipment = (product: DocumentOutcome['product']) => product === 'LETTER' || product === 'FAX'
const shipment = z.object({ id: z.string() }).nullable()
const found = z.object({
  edges: z.array(
    z.object({
      node: z.object({
        id: z.string(),
        status: z.string(),
        error: z.object({ code: z.string() }).nullable(),
        action: z.object({ type: z.string() }).nullish(),
      }),
    }),
  ),
})
const shapes = {
  found: z.object({ analyses: found, applicant: z.object({ shipments: found }) }),
  connected: z.object({
    connectBank: z.object({ redirectUrl: z.string(), session: z.object({ id: z.string() }) }),
  }),
  session: z.object({ bankSession: z.object({ status: z.string() }) }),
  sent: z.object({ sent: z.object({ shipment, userErrors: z.array(z.unknown()) }) }),
  offer: z.object({
    documents: z.array(
      z.object({
        outcome: z.string(),
        ends: z.array(z.object({ provider: z.string(), product: z.string(), takesSeconds: z.number() })),
      }),
    ),
  }),
}

let node: Awaited<ReturnType<typeof startSandboxNode>>
let client: GraphqlClient
/** The applicant of all shipments. */
let senderId: string
/** The titles of the outcomes by the ids of their analyses or shipments. */
const begun = new Map<string, string>()

async function begin(provider: string, { outcome, product }: DocumentOutcome): Promise<string> {
  const isRating = product === 'BANK_RISK'
  const ownId = () => (isRating ? createCompany(client) : createApplicant(client))
  const applicantId = isShipment(product) ? senderId : await ownId()
  const caseId = await openCase(client, applicantId)
  const sample = await fetch(`${node.url}/sandbox/documents/${outcome}.pdf?variant=${provider}`)
  const { documentId } = await uploadDocument(client, caseId, Buffer.from(await sample.arrayBuffer()))
  if (isShipment(product)) return send(product, { applicantId, documentId, provider })
  const { done, userErrors } = await askForAnalysis(client, { caseId, product, provider, documents: [{ documentId }] })
  if (!done) throw new Error(JSON.stringify(userErrors))
  return done.id
}

async function send(product: 'LETTER' | 'FAX', about: Readonly<Record<string, string>>): Promise<string> {
  const [type, field] = product === 'LETTER' ? ['SendLetterInput', 'sendLetter'] : ['SendFaxInput', 'sendFax']
  const address = {
    name: 'Example Bank',
    street: 'Example Street 1',
    postalCode: '10115',
    city: 'Berlin',
    country: 'DE',
    faxNumber: '+493012345678',
  }
  const { sent } = await client.ask(
    shapes.sent,
    `mutation ($input: ${type}!) { sent: ${field}(input: $input) { shipment { id } userErrors { code message } } }`,
    { input: { ...about, recipient: 'Example Bank', subject: 'Notice', address } },
  )
  if (!sent.shipment) throw new Error(JSON.stringify(sent.userErrors))
  return sent.shipment.id
}

/** The states of all analyses and shipments by the title of their outcome. */
async function readEnds() {
  const query = `query ($senderId: ID!) {
    analyses(first: 100) { edges { node { id status error { code } action { type } } } }
    applicant(id: $senderId) { shipments(first: 100) { edges { node { id status error { code } } } } }
  }`
  const { analyses, applicant } = await client.ask(shapes.found, query, { senderId })
  const { shipments } = applicant
  return new Map(
    [...analyses.edges, ...shipments.edges].map(({ node: { id, status, error, action } }) => [
      begun.get(id),
      { status, errorCode: error?.code ?? null, requiredAction: action?.type ?? null },
    ]),
  )
}

/** Waits until these have ended as declared. */
async function expectEnds(outcomes: typeof declared): Promise<void> {
  const expected = outcomes.map(({ title, outcome: { status, errorCode, requiredAction } }) => [
    title,
    { status, errorCode: errorCode ?? null, requiredAction: requiredAction ?? null },
  ])
  const inOrder = async () => {
    const ends = await readEnds()
    return outcomes.map(({ title }) => [title, ends.get(title)])
  }
  await expect.poll(inOrder, { interval: 200 }).toEqual(expected)
}

beforeAll(async () => {
  node = await startSandboxNode({ SIMULATOR_SPEED: String(speed), POLL_SPEEDUP: String(pollSpeedup) })
  client = createGraphqlClient(node)
  senderId = await createApplicant(client)
  // Not all at once, because requests that wait long for a connection are refused. Those that must not end come last.
  const waiting = [...soon, ...late].values()
  const beginOnes = async () => {
    for (const { title, provider, outcome } of waiting) begun.set(await begin(provider, outcome), title)
  }
  await Promise.all(Array.from({ length: 6 }, beginOnes))
})
afterAll(() => node.stop())

describe('an analysis or shipment of a sample document', () => {
  test('ends as the simulator declares, or not before the clock is set forward', async () => {
    await expectEnds(soon)
    const ends = await readEnds()
    for (const { title, outcome } of late)
      expect(ends.get(title)?.status, title).toBe(isShipment(outcome.product) ? 'SENT' : 'PROCESSING')
  })

  test('ends as the simulator declares after the clock was set forward by the declared time', async () => {
    const { documents } = shapes.offer.parse((await call(node, { path: '/sandbox' })).json)
    const takesSeconds = new Map<string, number>(
      documents.flatMap(({ outcome, ends }) =>
        ends.map(end => [`${end.provider} ${end.product} ${outcome}`, end.takesSeconds] as const),
      ),
    )
    const inOrder = late
      .map(one => ({ one, seconds: takesSeconds.get(one.title) ?? Number.NaN }))
      .toSorted((one, other) => one.seconds - other.seconds)
    let moved = 0
    for (const { one, seconds } of inOrder) {
      if (seconds > moved) {
        const answer = await call(node, { path: '/sandbox/clock', body: { forwardSeconds: seconds - moved } })
        expect(answer).toMatchObject({ status: 200, json: { forwardSeconds: seconds } })
        moved = seconds
      }
      await expectEnds([one])
    }
  })
})

describe('the input of a customer at a bank’s page', () => {
  test.each(bankLogins)('ends as the simulator declares: $provider $name', async login => {
    const { provider, bank, userName, password, ends } = login
    const address = `${node.url}/explorer`
    const input = {
      provider,
      successUrl: address,
      errorUrl: address,
      exitUrl: address,
      applicantId: await createApplicant(client),
    }
    const { connectBank } = await client.ask(
      shapes.connected,
      'mutation ($input: ConnectBankInput!) { connectBank(input: $input) { redirectUrl session { id } } }',
      { input },
    )
    const browser = createBankBrowser()
    await browser.open(connectBank.redirectUrl)
    await browser.signIn(browser.bankCodeOf(bank), userName, password)
    if (ends === 'SUCCEEDED') await browser.finish()
    const query = 'query ($id: ID!) { bankSession(id: $id) { status } }'
    const { bankSession } = await client.ask(shapes.session, query, { id: connectBank.session.id })
    expect(bankSession.status).toBe(ends)
    // Otherwise the node would read what nobody asks for, 100,000 transactions of one customer.
    const disconnect =
      'mutation ($input: DisconnectBankInput!) { disconnectBank(input: $input) { userErrors { code } } }'
    const given = { input: { applicantId: input.applicantId, userIp: '203.0.114.7' } }
    // Again while a reading holds the same data for long.
    await expect.poll(async () => (await client.answer(disconnect, given)).errors).toBeUndefined()
  })
})
