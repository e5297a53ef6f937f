import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { GraphqlClient } from '../support/graphql-client.ts'
import { createApplicant, followAnalysis, openCase } from '../support/journey.ts'
import { useDesks } from '../support/start-desks.ts'
import { startVendor, type Vendor } from '../support/start-vendor.ts'

const customer = { customerName: 'Testine Musterwoman', customerEmail: 'testine@example.com' }
const allowed = 'https://app.example.com/back'

const ids = z.array(z.object({ id: z.string() }))
const analysisShape = z.object({
  id: z.string(),
  status: z.string(),
  stage: z.string(),
  product: z.string(),
  action: z.object({ type: z.string(), url: z.string(), expiresAt: z.string().nullable(), documents: ids }).nullable(),
  allowedActions: z.array(z.string()),
  deadline: z.string(),
  error: z.object({ code: z.string(), retryable: z.boolean() }).nullable(),
  documents: ids,
  documentResults: z.array(z.object({ status: z.string() })),
  statements: z.array(z.object({ document: z.object({ id: z.string() }).nullable(), providerReference: z.string() })),
  consent: z.object({ id: z.string(), status: z.string() }),
})
const consentShape = z.object({
  id: z.string(),
  joinUrl: z.string().nullable(),
  status: z.string(),
  expiresAt: z.string().nullable(),
  analysis: analysisShape,
})

/** Opens a case of a new applicant. */
const newCase = async (client: GraphqlClient) => openCase(client, await createApplicant(client))

const requestConsent = (client: GraphqlClient, input: object) =>
  client.mutate('requestConsent', { ...customer, ...input }, { consent: consentShape.nullable() })

/** Invites a customer. @returns the consent and the vendor's id of the invitation */
async function invite(client: GraphqlClient, more: object = {}) {
  const caseId = await newCase(client)
  const { consent, userErrors } = await requestConsent(client, { caseId, ...more })
  if (!consent?.joinUrl) throw new Error(`There is no join link: ${JSON.stringify(userErrors)}`)
  return { caseId, consent, joinUrl: consent.joinUrl, requestId: consent.joinUrl.split('/').at(-1) ?? '' }
}

const follow = (client: GraphqlClient, analysisId: string) =>
  client.follow('analysisUpdated', analysisId, analysisShape)

const asksOf = ({ control }: Vendor) => control.journal.filter(({ operation }) => operation === 'consent').length

const desks = useDesks(
  3,
  () => startVendor(),
  () => ({ ALLOWED_REDIRECTS: allowed }),
)

describe.concurrent('the invitation of a customer', () => {
  test('a customer agrees on the provider’s page, and the statement is collected like any other', () =>
    desks.use(async ({ client, vendor }) => {
      const { consent, joinUrl, requestId, caseId } = await invite(client, { redirectUrl: `${allowed}/done?x=1` })
      expect(consent).toMatchObject({
        id: expect.stringMatching(/^con_/),
        status: 'PENDING',
        analysis: {
          status: 'ACTION_REQUIRED',
          stage: 'WAITING',
          product: 'STATEMENT_EXTRACTION',
          action: { type: 'OPEN_URL', url: joinUrl, expiresAt: consent.expiresAt, documents: [] },
          allowedActions: ['RESUME', 'CANCEL'],
          deadline: consent.expiresAt,
          documents: [],
          documentResults: [],
          statements: [],
        },
      })
      expect(vendor.control.consents()[0]).toMatchObject({ ...customer, redirectUrl: `${allowed}/done?x=1` })

      const following = follow(client, consent.analysis.id)
      expect(await following.next()).toEqual(consent.analysis)
      // Held, so that the intermediate state is visible.
      const shared = vendor.control.share(requestId, { outcome: 'never' })
      if (!shared) throw new Error('The customer could not agree.')
      const [processing] = await following.until(analysis => analysis.status === 'PROCESSING')
      expect(processing).toMatchObject({ stage: 'EXTRACTING', action: null, allowedActions: ['CANCEL'] })
      expect(processing?.consent).toEqual({ id: consent.id, status: 'GIVEN' })
      vendor.control.complete(shared.id)
      const last = (await following.until()).at(-1)
      expect(last).toMatchObject({
        status: 'COMPLETED',
        allowedActions: [],
        documents: [],
        documentResults: [],
        statements: [{ document: null, providerReference: shared.id }],
        consent: { status: 'GIVEN' },
      })

      const ofCase = z.object({
        status: z.string(),
        statements: z.object({ totalCount: z.number() }),
        riskAssessments: z.array(z.object({ kind: z.string() })),
      })
      expect(await client.read('case', caseId, ofCase)).toEqual({
        status: 'COMPLETED',
        statements: { totalCount: 1 },
        riskAssessments: [{ kind: 'AFFORDABILITY' }],
      })
    }))

  test('the join page of the simulator leads back to the caller', () =>
    desks.use(async ({ client }) => {
      const { consent, joinUrl } = await invite(client, { redirectUrl: allowed })
      const answer = await fetch(joinUrl, { method: 'POST', redirect: 'manual' })
      expect([answer.status, answer.headers.get('location')]).toEqual([303, allowed])
      const following = followAnalysis(client, consent.analysis.id)
      expect((await following.until()).at(-1)).toMatchObject({ status: 'COMPLETED' })
    }))

  test.each(['not named by its webhook', 'without a webhook'])('P8 a shared statement that is %s is found', how =>
    desks.use(async ({ client, vendor }) => {
      const { consent, requestId } = await invite(client)
      vendor.control.webhooks.enabled = false
      const shared = vendor.control.share(requestId)
      if (how === 'not named by its webhook')
        await vendor.control.webhooks.emit({ eventType: 'extraction.completed', data: { statementId: shared?.id } })
      const following = followAnalysis(client, consent.analysis.id)
      expect((await following.until()).at(-1)).toMatchObject({ status: 'COMPLETED' })
      vendor.control.webhooks.enabled = true
    }),
  )

  test('two customers at the same time each get only their own statements', () =>
    desks.use(async ({ client, vendor }) => {
      const [first, second] = [await invite(client), await invite(client)]
      const fromSecond = vendor.control.share(second.requestId)
      const ofSecond = (await follow(client, second.consent.analysis.id).until()).at(-1)
      expect(ofSecond).toMatchObject({ status: 'COMPLETED', statements: [{ providerReference: fromSecond?.id }] })
      const ofFirst = follow(client, first.consent.analysis.id)
      expect(await ofFirst.next()).toMatchObject({ status: 'ACTION_REQUIRED', consent: { status: 'PENDING' } })
      const fromFirst = vendor.control.share(first.requestId, { outcome: 'partial' })
      expect((await ofFirst.until()).at(-1)).toMatchObject({
        status: 'PARTIAL',
        statements: [{ providerReference: fromFirst?.id }],
      })
    }))

  test('an invitation can be cancelled, and a statement that is shared later is ignored', () =>
    desks.use(async ({ client, vendor }) => {
      const { consent, requestId } = await invite(client)
      const input = { analysisId: consent.analysis.id }
      const { analysis } = await client.mutate('cancelAnalysis', input, { analysis: analysisShape })
      expect(analysis).toMatchObject({
        status: 'CANCELLED',
        action: null,
        consent: { status: 'CANCELLED' },
      })
      expect(vendor.control.share(requestId)).not.toBeNull()
      await vendor.control.webhooks.idle()
      expect(await follow(client, consent.analysis.id).until()).toMatchObject([{ status: 'CANCELLED', statements: [] }])
    }))

  test('P12 the mutation does not wait for a slow provider, and the link comes with a later version', () =>
    desks.use(async ({ client, vendor }) => {
      const caseId = await newCase(client)
      const hang = vendor.control.fault('consent', { kind: 'hang' })
      const { consent } = await requestConsent(client, { caseId })
      expect(consent).toMatchObject({
        joinUrl: null,
        expiresAt: null,
        status: 'REQUESTED',
        analysis: { status: 'SUBMITTING' },
      })
      const following = follow(client, consent?.analysis.id ?? '')
      hang.release()
      const seen = await following.until(analysis => analysis.action !== null)
      expect(seen.at(-1)).toMatchObject({ status: 'ACTION_REQUIRED', action: { type: 'OPEN_URL' } })
      await following.stop()
    }))

  test('P12 when the answer is replaced by the page of a gateway, the analysis ends with SUBMISSION_OUTCOME_UNKNOWN and no second invitation is made', () =>
    desks.use(async ({ client, vendor }) => {
      const caseId = await newCase(client)
      const before = { asked: asksOf(vendor), made: vendor.control.consents().length }
      vendor.control.fault('consent', { kind: 'html', when: 'after' })
      const { consent } = await requestConsent(client, { caseId })
      expect(consent).toMatchObject({
        joinUrl: null,
        status: 'FAILED',
        analysis: {
          status: 'FAILED',
          error: { code: 'SUBMISSION_OUTCOME_UNKNOWN', retryable: true },
          allowedActions: [],
        },
      })
      expect({ asked: asksOf(vendor), made: vendor.control.consents().length }).toEqual({
        asked: before.asked + 1,
        made: before.made + 1,
      })
    }))

  test('P12 an invitation that certainly was not made is tried again automatically', () =>
    desks.use(async ({ client, vendor }) => {
      const before = vendor.control.consents().length
      vendor.control.fault('consent', { kind: 'answer', status: 429, headers: { 'retry-after': '1' } })
      const { consent } = await invite(client)
      expect(consent.status).toBe('PENDING')
      expect(vendor.control.consents().length - before).toBe(1)
    }))
})

test('P20 no personal data of a customer is logged', () => {
  expect(desks.app().log()).toContain('request consent')
  expect(desks.app().log()).not.toMatch(/Testine|testine@|app\.example\.com/)
})
