import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { scopes as allScopes } from '../../src/auth/caller.ts'
import { createId } from '../../src/domain/ids.ts'
import { openSocket } from '../../src/server/testing/open-socket.ts'
import { useOneDatabase } from '../support/databases.ts'
import type { GraphqlClient } from '../support/graphql-client.ts'
import { createApplicant, openCase } from '../support/journey.ts'
import { startIssuer, type TestIssuer } from '../support/jwt-issuer.ts'
import { createMemoryProvider } from '../support/memory-provider.ts'
import { type AppOnDatabase, startAppOn, tenantKeys } from '../support/start-app-on.ts'

const text = `mutation ($input: CreateAccessTokenInput!) {
  createAccessToken(input: $input) { accessToken { token scopes expiresAt } userErrors { code message field } }
}`
const accessToken = z.object({ token: z.string(), scopes: z.array(z.string()), expiresAt: z.iso.datetime() })
const eventSchema = z.object({ events: z.object({ type: z.string() }) })
/** A key with all scopes but read:account-numbers. */
const narrowKey = 'acme-narrow-0123456789-abc'
const unknownApplicant = 'The applicant of the token does not exist (any more).'
const applicantsText = '{ applicants { edges { node { id } } } }'
const shownApplicants = (...ids: readonly string[]) => ({
  applicants: { edges: ids.map(id => ({ node: { id } })) },
})

describe('callers that are bound to one applicant', () => {
  const database = useOneDatabase()
  let issuer: TestIssuer
  let app: AppOnDatabase
  let backend: GraphqlClient
  let applicantId: string

  beforeAll(async () => {
    issuer = await startIssuer(() => new Date())
    await issuer.addKey('key', 'ES256')
    app = await startAppOn(database(), [createMemoryProvider('vendor').provider], {
      API_KEYS: `acme:${tenantKeys.acme},globex:${tenantKeys.globex},acme:${narrowKey}:read+write+erase`,
      JWT_JWKS_URL: issuer.settings.jwksUrl,
      JWT_ISSUER: issuer.settings.issuer,
      JWT_AUDIENCE: issuer.settings.audience,
    })
    backend = app.client(tenantKeys.acme)
    applicantId = await createApplicant(backend)
    await createApplicant(backend)
  })
  afterAll(async () => {
    await app.stop()
    await issuer.close()
  })

  const make = async (input: object, client = backend) =>
    (await client.mutate('createAccessToken', input, { accessToken })).accessToken
  const create = (reference: string) => createApplicant(backend, { kind: 'PERSON', reference })

  test('a token has the requested scopes for one applicant, for the requested time or 15 minutes', async () => {
    const begun = Date.now()
    const scopes = ['read', 'write', 'read']
    const short = await make({ applicantId, scopes, expiresInSeconds: 60 })
    const usual = await make({ applicantId, scopes: ['read'] })
    expect(short.scopes).toEqual(['read', 'write'])
    // A token has whole seconds, and the test itself takes time.
    for (const [{ expiresAt }, seconds] of [[short, 60] as const, [usual, 900] as const]) {
      const lasts = Date.parse(expiresAt) - begun
      expect(lasts).toBeGreaterThan((seconds - 1) * 1_000)
      expect(lasts).toBeLessThanOrEqual((seconds + 60) * 1_000)
    }
    const bound = app.client(usual.token)
    expect((await bound.answer(applicantsText)).data).toEqual(shownApplicants(applicantId))
    const opening = 'mutation ($id: ID!) { openCase(input: { applicantId: $id }) { userErrors { code } } }'
    const refused = await bound.answer(opening, { id: applicantId })
    expect(refused).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] })
    await openCase(app.client(short.token), applicantId)
  })

  test.each([
    ['an applicant that does not exist', { applicantId: createId('applicant') }, 'NOT_FOUND', ['applicantId']],
    ['no scope', { scopes: [] }, 'BAD_USER_INPUT', ['scopes']],
    ['an unknown scope', { scopes: ['read', 'admin'] }, 'BAD_USER_INPUT', ['scopes', '1']],
    ['no time', { expiresInSeconds: 0 }, 'BAD_USER_INPUT', ['expiresInSeconds']],
    ['more than an hour', { expiresInSeconds: 3_601 }, 'BAD_USER_INPUT', ['expiresInSeconds']],
  ])('no token is created for %s', async (_what, input, code, field) => {
    const answer = await backend.answer(text, { input: { applicantId, scopes: ['read'], ...input } })
    expect(answer.data).toEqual({
      createAccessToken: { accessToken: null, userErrors: [{ code, message: expect.any(String), field }] },
    })
  })

  test('a caller cannot give a scope that it does not have', async () => {
    const narrow = app.client(narrowKey)
    const scopes = ['read', 'read:account-numbers']
    expect(await narrow.answer(text, { input: { applicantId, scopes } })).toMatchObject({
      data: { createAccessToken: null },
      errors: [
        { message: 'You do not have the scope read:account-numbers yourself.', extensions: { code: 'FORBIDDEN' } },
      ],
    })
    expect((await make({ applicantId, scopes: ['read'] }, narrow)).scopes).toEqual(['read'])
  })

  test('a JWT with the claim `applicant` may name our id or the tenant’s reference', async () => {
    const id = await create('customer-1')
    for (const applicant of [id, 'customer-1']) {
      const bound = app.client(await issuer.sign('key', { applicant }))
      expect((await bound.answer(applicantsText)).data).toEqual(shownApplicants(id))
    }
    for (const claims of [{ applicant: 'customer-2' }, { applicant: '\0' }, { applicant: id, tenant: 'globex' }])
      expect(await app.client(await issuer.sign('key', claims)).answer(applicantsText)).toMatchObject({
        status: 401,
        errors: [{ message: unknownApplicant }],
      })
  })

  test('P18 a JWT with a text that is the id of one applicant and the reference of another is refused', async () => {
    const id = await create('customer-3')
    await create(id)
    expect(await app.client(await issuer.sign('key', { applicant: id })).answer(applicantsText)).toMatchObject({
      status: 401,
    })
  })

  test('P18 when the applicant is erased, its tokens and their sockets end at once', async () => {
    const erased = await createApplicant(backend)
    const { token } = await make({ applicantId: erased, scopes: allScopes })
    const bound = app.client(token)
    const { eventCursor } = await bound.ask(z.object({ eventCursor: z.string() }), '{ eventCursor }')
    const follow = (filter: string) =>
      bound.subscribe(eventSchema, `subscription { events(after: "${eventCursor}" ${filter}) { type } }`)
    const [all, some] = [follow(''), follow('filter: { types: [CASE_OPENED] }')]
    const idle = await openSocket(app, { headers: { authorization: `Bearer ${token}` } })
    await idle.init()
    await openCase(backend, erased)
    const opened = { events: { type: 'CASE_OPENED' } }
    expect([await all.next(), await some.next()]).toEqual([opened, opened])

    const erasing = 'mutation ($id: ID!) { eraseApplicant(input: { applicantId: $id }) { erasure { complete } } }'
    expect((await bound.answer(erasing, { id: erased })).data).toEqual({
      eraseApplicant: { erasure: { complete: true } },
    })
    expect(await idle.closed).toEqual({ code: 4403, reason: 'The applicant was erased.' })
    expect(await all.until().catch(() => 'ended')).not.toContainEqual(opened)
    expect(await some.until().catch(() => [])).toEqual([])
    const refusal = { status: 401, errors: [{ message: unknownApplicant, extensions: { code: 'UNAUTHENTICATED' } }] }
    expect(await bound.answer(applicantsText)).toMatchObject(refusal)
    expect(await bound.answer(erasing, { id: erased })).toMatchObject(refusal)
    const late = bound.subscribe(eventSchema, 'subscription { events { type } }')
    expect(await late.ended).toEqual({ code: 4403, reason: unknownApplicant })
  })

  test('P18 a forged token is refused, over HTTP and over sockets', async () => {
    const { token } = await make({ applicantId, scopes: ['read'] })
    const [header, payload = '', signature] = token.split('.')
    const claims: object = JSON.parse(Buffer.from(payload, 'base64url').toString())
    const changed = Buffer.from(JSON.stringify({ ...claims, scope: 'read write' })).toString('base64url')
    for (const forged of [`${header}.${changed}.${signature}`, `${header}.${payload}.`]) {
      const message = 'The access token is not valid. Create a new one with createAccessToken.'
      expect(await app.client(forged).answer(applicantsText)).toMatchObject({
        status: 401,
        errors: [{ message, extensions: { code: 'UNAUTHENTICATED' } }],
      })
      const socket = app.client(forged).subscribe(eventSchema, 'subscription { events { type } }')
      expect(await socket.ended).toEqual({ code: 4403, reason: message })
    }
  })
})
