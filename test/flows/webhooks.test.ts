import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { EmittedWebhook } from '../../src/providers/flvxtract/simulator/webhooks.ts'
import { signSha256 } from '../../src/simulation/webhook-sender.ts'
import { awaitState, finalState, type Journey, readLog, startJourney, uniquePdf } from '../support/journey.ts'
import { startApp, type TestApp } from '../support/start-app.ts'

const olderSecret = 'whsec_older_0123456789'
/** In every sent body, and must not be in any log. */
const mark = 'Erika-Mustermann'

let app: TestApp
beforeAll(async () => {
  app = await startApp(vendor => ({
    // Polls are late here, so that every change is caused by a webhook.
    POLL_SPEEDUP: '1',
    FLVXTRACT_WEBHOOK_SECRET: `${vendor.control.organisation.webhookSecret}, ${olderSecret}`,
    FLVXTRACT_ORGANIZATION_ID: vendor.control.organisation.id,
  }))
  app.vendor.control.webhooks.enabled = false
})
afterAll(() => app.stop())

async function send(webhook: EmittedWebhook): Promise<number | null> {
  const [attempt] = await app.vendor.control.webhooks.emit(webhook)
  return attempt?.status ?? null
}

function statementIdOf({ sha256 }: Pick<Journey, 'sha256'>): string {
  const statement = app.vendor.control.statements().find(({ digest }) => digest === sha256)
  if (!statement) throw new Error('The vendor has no such document.')
  return statement.id
}

const completed = (statementId: string) => ({
  eventType: 'extraction.completed',
  data: { statementId, status: 'completed', accountName: mark },
})

async function processing(): Promise<Journey> {
  const journey = await startJourney(app.client, uniquePdf('stuck'))
  await awaitState(app.client, journey.analysisId, ({ status }) => status === 'PROCESSING')
  return journey
}

/** The number of calls to the vendor about a document. */
function questions(journey: Journey): number {
  const id = statementIdOf(journey)
  return app.vendor.control.journal.filter(({ path }) => path.includes(id)).length
}

describe('P9 the sender of a webhook', () => {
  const genuine = JSON.stringify({
    eventType: 'extraction.completed',
    eventId: 'e',
    data: { statementId: 's', name: mark },
  })
  const right = (body: string) => signSha256(body, app.vendor.control.organisation.webhookSecret)

  // Every malformed signature and body is tested with createWebhookReceiver.
  test.each<[what: string, webhook: () => EmittedWebhook]>([
    ['is missing', () => ({ signature: 'absent' })],
    ['is made with another key', () => ({ secret: 'guessed' })],
    [
      'belongs to the body with other white space',
      () => ({ body: genuine.replaceAll(':', ': '), signature: right(genuine) }),
    ],
  ])('P9 a webhook whose signature %s is answered with 401', async (_what, webhook) => {
    expect(await send({ body: genuine, ...webhook() })).toBe(401)
  })

  test('P9 a forged webhook about a real analysis changes nothing and causes no call to the vendor', async () => {
    const journey = await processing()
    const asked = questions(journey)
    const log = await readLog(app.client)
    expect(await send({ ...completed(statementIdOf(journey)), secret: 'guessed' })).toBe(401)
    expect(await readLog(app.client)).toEqual(log)
    expect(questions(journey)).toBe(asked)
  })

  test('P9 several secrets are valid at the same time during rotation', async () => {
    const journey = await processing()
    app.vendor.control.complete(statementIdOf(journey))
    expect(await send({ ...completed(statementIdOf(journey)), secret: olderSecret })).toBe(200)
    expect(await finalState(app.client, journey.analysisId)).toMatchObject({ status: 'COMPLETED' })
  })

  test.each([
    ['nobody', 404],
    ['nobody/token', 404],
    ['Flvxtract', 404],
    ['flvxtract/token', 401],
    // A provider without webhooks, and one without a configured secret.
    ['finovox', 401],
    ['bank-xray', 401],
    ['bank-xray/token', 401],
  ])('P9 a webhook without a matching secret or token to /webhooks/%s is answered with %i', async (address, status) => {
    const headers = { 'x-webhook-signature': signSha256(genuine, 'guessed') }
    const answer = await fetch(`${app.url}/webhooks/${address}`, { method: 'POST', headers, body: genuine })
    expect(answer.status).toBe(status)
    const code = status === 404 ? 'NOT_FOUND' : 'UNAUTHENTICATED'
    expect(await answer.json()).toMatchObject({ error: { code } })
  })

  test.each([
    ['not JSON', 'not json'],
    ['with an id that is too long', JSON.stringify({ eventType: 'webhook.test', eventId: 'x'.repeat(1_000) })],
    ['with a null character', '{"eventType": "webhook.test", "eventId": "a\\u0000b"}'],
  ])('P9 a signed webhook whose body is %s is answered with 400', async (_what, body) => {
    expect(await send({ body })).toBe(400)
  })

  test('P9 a body above the limit is answered with 413', async () => {
    expect(await send({ body: JSON.stringify({ padding: 'x'.repeat(2 * 1024 * 1024) }) })).toBe(413)
  })

  test('P9 another organisation’s webhook with our secret is accepted and ignored', async () => {
    const journey = await processing()
    const asked = questions(journey)
    app.vendor.control.complete(statementIdOf(journey))
    expect(await send({ ...completed(statementIdOf(journey)), organizationId: randomUUID() })).toBe(200)
    expect(questions(journey)).toBe(asked)
    expect(await send(completed(statementIdOf(journey)))).toBe(200)
    await finalState(app.client, journey.analysisId)
  })

  test('P9 no body is logged, and no refusal is logged as an error', () => {
    expect(app.log()).toContain('"route":"/webhooks/:provider/:token?"')
    expect(app.log()).not.toContain(mark)
    const lines = app.log().trim().split('\n')
    const levels = lines.map(line => z.object({ level: z.number() }).parse(JSON.parse(line)).level)
    expect(Math.max(...levels)).toBeLessThan(50)
  })
})

describe('P10 the acknowledgement', () => {
  test('P10 a webhook is acknowledged while the vendor answers no call', async () => {
    const journey = await processing()
    const statementId = statementIdOf(journey)
    const silence = app.vendor.control.fault('*', { kind: 'hang' }, 20)
    app.vendor.control.complete(statementId)
    expect(await send(completed(statementId))).toBe(200)
    await silence.met
    expect(await send(completed(statementId))).toBe(200)
    silence.remove()
    silence.release()
    expect(await finalState(app.client, journey.analysisId)).toMatchObject({ status: 'COMPLETED' })
  })

  test('a webhook about an unknown document is stored, and applied when the document is known', async () => {
    // The vendor has the document, but its answer has not arrived yet.
    const answer = app.vendor.control.fault('upload', { kind: 'hang', when: 'after' })
    const journey = await startJourney(app.client, uniquePdf('stuck'))
    await answer.met
    const statementId = statementIdOf(journey)
    app.vendor.control.complete(statementId)
    expect(await send(completed(statementId))).toBe(200)
    answer.release()
    expect(await finalState(app.client, journey.analysisId)).toMatchObject({ status: 'COMPLETED' })
    const [end] = (await readLog(app.client, null, { analysisId: journey.analysisId })).slice(-1)
    expect(end).toMatchObject({ type: 'ANALYSIS_COMPLETED', via: 'WEBHOOK' })
  })

  test('a webhook about an unknown object is accepted and changes nothing', async () => {
    const log = await readLog(app.client)
    expect(await send(completed(randomUUID()))).toBe(200)
    expect(await send({ eventType: 'statement.archived', data: { anything: [1, null] } })).toBe(200)
    expect(await readLog(app.client)).toEqual(log)
  })
})
