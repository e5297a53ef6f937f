import { type GraphQLObjectType, isUnionType } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { scopes as allScopes } from '../../src/auth/caller.ts'
import { createSigner } from '../../src/auth/signer.ts'
import { toUploadToken } from '../../src/documents/upload-token.ts'
import { createId } from '../../src/domain/ids.ts'
import { wholeTenant } from '../../src/domain/reach.ts'
import { parseTenantId } from '../../src/domain/tenant.ts'
import { objectFieldsOf } from '../../src/graphql/object-fields.ts'
import { createSchema } from '../../src/graphql/schema.ts'
import type { BankLoginDriver } from '../../src/providers/bank-login-driver.ts'
import type { ShipmentDriver } from '../../src/providers/shipment-driver.ts'
import { addChanges } from '../support/add-changes.ts'
import { useOneDatabase } from '../support/databases.ts'
import { dumpDatabase } from '../support/dump-database.ts'
import { executeSql } from '../support/execute-sql.ts'
import type { Answer, GraphqlClient } from '../support/graphql-client.ts'
import { announceDocument, finalState, openCase, prepareCase } from '../support/journey.ts'
import { createMemoryProvider } from '../support/memory-provider.ts'
import { insertRows } from '../support/rows.ts'
import { createScriptedBank } from '../support/scripted-bank.ts'
import { type AppOnDatabase, secretKey, startAppOn, tenantKeys } from '../support/start-app-on.ts'

const schema = createSchema()

/** Ids that do not exist. */
const unknown = {
  applicant: createId('applicant'),
  reference: 'nobody',
  case: createId('case'),
  document: createId('document'),
  analysis: createId('analysis'),
  statement: createId('statement'),
  transaction: createId('transaction'),
  riskAssessment: createId('riskAssessment'),
  bankLogin: createId('bankLogin'),
  bankAccount: createId('bankAccount'),
  bankSession: createId('bankSession'),
  shipment: createId('shipment'),
}
/** Ids that a stranger may try: the owner's, or ids that do not exist. */
type Ids = Readonly<Record<keyof typeof unknown, string>>
type PickId = (ids: Ids) => string

/** An attempt, and the answer for everyone but the owner. */
interface Attempt {
  readonly text: string
  readonly variables?: (ids: Ids) => Readonly<Record<string, unknown>>
  readonly answer: unknown
}

/** Makes an attempt for a root field. */
type MakeAttempt = (field: string) => Attempt

const query =
  (pick: PickId, argument = 'id', type = 'ID!'): MakeAttempt =>
  field => ({
    text: `query ($id: ${type}) { ${field}(${argument}: $id) { id } }`,
    variables: ids => ({ id: pick(ids) }),
    answer: { data: { [field]: null } },
  })
/** A list may contain the stranger's own objects. Every answer is searched for the owner's. */
const list: MakeAttempt = field => ({
  text: `{ ${field}(first: 500) { edges { node { id } } } }`,
  answer: { data: { [field]: { edges: expect.any(Array) } } },
})
const filtered =
  (member: string, pick: PickId, type = 'ID'): MakeAttempt =>
  field => ({
    text: `query ($id: ${type}) { ${field}(filter: { ${member}: $id }) { edges { node { id } } } }`,
    variables: ids => ({ id: pick(ids) }),
    answer: { data: { [field]: { edges: [] } } },
  })
const inputTypeOf = (name: string) => String(schema.getMutationType()?.getFields()[name]?.args[0]?.type)
/** @param place the path of the id at fault */
const mutation =
  (result: string, input: (ids: Ids) => unknown, ...place: readonly string[]): MakeAttempt =>
  name => ({
    text: `mutation ($input: ${inputTypeOf(name)}) {
      ${name}(input: $input) { ${result} { __typename } userErrors { code message field } }
    }`,
    variables: ids => ({ input: input(ids) }),
    answer: {
      data: {
        [name]: { [result]: null, userErrors: [{ code: 'NOT_FOUND', message: expect.any(String), field: place }] },
      },
    },
  })
/** Refused with the same error for the owner's ids and for unknown ids. */
const refused =
  (result: string, input: (ids: Ids) => unknown): MakeAttempt =>
  name => ({
    ...mutation(result, input)(name),
    answer: { data: { [name]: { [result]: null, userErrors: [expect.anything()] } } },
  })
const forbidden =
  (input: (ids: Ids) => unknown): MakeAttempt =>
  name => ({
    ...mutation('userErrors', input)(name),
    answer: { data: { [name]: null }, errors: [{ code: 'FORBIDDEN', message: expect.stringContaining('bound') }] },
  })
const following =
  (pick: PickId): MakeAttempt =>
  field => ({
    text: `subscription ($id: ID!) { ${field}(id: $id) { id } }`,
    variables: ids => ({ id: pick(ids) }),
    answer: { errors: [{ code: 'NOT_FOUND', message: expect.any(String) }] },
  })

/** The attempts for EVERY root field, by `Query.…`, `Mutation.…` or `Subscription.…`. */
const matrix: Readonly<Record<string, readonly MakeAttempt[]>> = {
  'Query.applicant': [query(ids => ids.applicant)],
  'Query.applicantByReference': [query(ids => ids.reference, 'reference', 'String!')],
  'Query.case': [query(ids => ids.case)],
  'Query.document': [query(ids => ids.document)],
  'Query.analysis': [query(ids => ids.analysis)],
  'Query.statement': [query(ids => ids.statement)],
  'Query.transaction': [query(ids => ids.transaction)],
  'Query.riskAssessment': [query(ids => ids.riskAssessment)],
  'Query.bankLogin': [query(ids => ids.bankLogin)],
  'Query.bankAccount': [query(ids => ids.bankAccount)],
  'Query.bankSession': [query(ids => ids.bankSession)],
  'Query.shipment': [query(ids => ids.shipment)],
  'Query.applicants': [list],
  'Query.cases': [
    list,
    filtered('applicantId', ids => ids.applicant),
    filtered('reference', ids => ids.applicant, 'String'),
  ],
  'Query.analyses': [list],
  'Query.events': [
    list,
    filtered('applicantId', ids => ids.applicant),
    filtered('caseId', ids => ids.case),
    filtered('analysisId', ids => ids.analysis),
    filtered('bankLoginId', ids => ids.bankLogin),
    filtered('shipmentId', ids => ids.shipment),
  ],

  // Every caller with the scope may create its own.
  'Mutation.createApplicant': [],
  'Mutation.createAccessToken': [
    mutation('accessToken', ids => ({ applicantId: ids.applicant, scopes: ['read'] }), 'applicantId'),
  ],
  'Mutation.updateApplicant': [
    mutation('applicant', ids => ({ applicantId: ids.applicant, displayName: 'X' }), 'applicantId'),
  ],
  'Mutation.eraseApplicant': [mutation('erasure', ids => ({ applicantId: ids.applicant }), 'applicantId')],
  'Mutation.openCase': [mutation('case', ids => ({ applicantId: ids.applicant }), 'applicantId')],
  'Mutation.createDocumentUpload': [mutation('document', ids => ({ caseId: ids.case, fileName: 'x.pdf' }), 'caseId')],
  'Mutation.startAnalysis': [
    mutation('analysis', ids => start(ids.case, ids.document), 'caseId'),
    // Into a case of the stranger.
    mutation('analysis', ids => start(own.case, ids.document), 'documents', '0', 'documentId'),
  ],
  'Mutation.cancelAnalysis': [mutation('analysis', ids => ({ analysisId: ids.analysis }), 'analysisId')],
  'Mutation.retryAnalysis': [
    mutation('analysis', ids => ({ analysisId: ids.analysis }), 'analysisId'),
    mutation(
      'analysis',
      ids => ({ analysisId: own.analysis, documents: [{ documentId: ids.document }] }),
      ...['documents', '0', 'documentId'],
    ),
  ],
  'Mutation.requestConsent': [mutation('consent', ids => ({ caseId: ids.case, customerName: 'X' }), 'caseId')],

  'Mutation.connectBank': [mutation('session', ids => ({ applicantId: ids.applicant, ...returnUrls }), 'applicantId')],
  // An unknown applicant has no connected logins, either.
  'Mutation.manageBankLogins': [refused('session', ids => ({ applicantId: ids.applicant, userIp, ...returnUrls }))],
  'Mutation.synchronizeBankLogin': [
    mutation('bankLogin', ids => ({ bankLoginId: ids.bankLogin, userIp, ...returnUrls }), 'bankLoginId'),
  ],
  'Mutation.importBankLogins': [
    mutation('bankLogins', ids => ({ ...toImport, applicantId: ids.applicant }), 'applicantId'),
    // The answer does not reveal the number of logins.
    mutation('bankLogins', ids => ({ ...toImport, mode: 'REPLACE', applicantId: ids.applicant }), 'applicantId'),
  ],
  'Mutation.deleteBankLogin': [mutation('bankLogin', ids => ({ bankLoginId: ids.bankLogin, userIp }), 'bankLoginId')],
  'Mutation.disconnectBank': [mutation('applicant', ids => ({ applicantId: ids.applicant, userIp }), 'applicantId')],
  'Mutation.sendLetter': [
    mutation('shipment', ids => ({ ...toSend(ids.document), applicantId: ids.applicant }), 'applicantId'),
    mutation('shipment', ids => ({ ...toSend(ids.document), applicantId: own.applicant }), 'documentId'),
  ],
  'Mutation.sendFax': [
    mutation('shipment', ids => ({ ...toSend(ids.document), applicantId: ids.applicant }), 'applicantId'),
    mutation('shipment', ids => ({ ...toSend(ids.document), applicantId: own.applicant }), 'documentId'),
  ],

  'Subscription.analysisUpdated': [following(ids => ids.analysis)],
  'Subscription.bankLoginUpdated': [following(ids => ids.bankLogin)],
  'Subscription.caseUpdated': [following(ids => ids.case)],
  // Has its own test below, because it never ends.
  'Subscription.events': [],
}
/** Fields that are refused to callers that are bound to one applicant. */
const forBackends: Readonly<Record<string, readonly MakeAttempt[]>> = {
  'Mutation.createApplicant': [forbidden(() => ({ kind: 'PERSON' }))],
  'Mutation.createAccessToken': [
    forbidden(ids => ({ applicantId: ids.applicant, scopes: ['read'] })),
    forbidden(() => ({ applicantId: own.applicant, scopes: ['read'] })),
  ],
}
/** Fields with the same answer for everyone, or with their own test below. */
const common: readonly string[] = [
  'Query.dataProviders',
  'Query.banks',
  'Query.companies',
  'Query.eventCursor',
  'Query._service',
  'Query._entities',
]

/** An id of EVERY entity, by type and key. */
const entityIds: Readonly<Record<string, (ids: Ids) => string>> = {
  'Applicant.id': ids => ids.applicant,
  'Applicant.reference': ids => ids.reference,
  'Case.id': ids => ids.case,
  'CaseDocument.id': ids => ids.document,
  'Analysis.id': ids => ids.analysis,
  'Statement.id': ids => ids.statement,
  'Transaction.id': ids => ids.transaction,
  'RiskAssessment.id': ids => ids.riskAssessment,
  'BankLogin.id': ids => ids.bankLogin,
  'BankAccount.id': ids => ids.bankAccount,
}
const commonEntities: readonly string[] = ['DataProvider.id']

/** The stranger's own input for EVERY mutation with an idempotency key. */
const creating: Readonly<Record<string, { readonly result: string; readonly input: () => object }>> = {
  createApplicant: { result: 'applicant { id }', input: () => ({ kind: 'COMPANY' }) },
  openCase: { result: 'case { id }', input: () => ({ applicantId: own.applicant }) },
  createDocumentUpload: { result: 'document { id }', input: () => ({ caseId: own.case, fileName: 'own.pdf' }) },
  startAnalysis: { result: 'analysis { id }', input: () => start(own.case, own.document) },
  retryAnalysis: { result: 'analysis { id }', input: () => ({ analysisId: own.analysis }) },
  connectBank: { result: 'session { id }', input: () => ({ applicantId: own.applicant, ...returnUrls }) },
  importBankLogins: {
    result: 'bankLogins { id }',
    input: () => ({ ...toImport, applicantId: own.applicant }),
  },
  sendLetter: { result: 'shipment { id }', input: () => ({ ...toSend(own.document), applicantId: own.applicant }) },
  sendFax: { result: 'shipment { id }', input: () => ({ ...toSend(own.document), applicantId: own.applicant }) },
  requestConsent: { result: 'consent { id }', input: () => ({ caseId: own.case, customerName: 'Own' }) },
}

const start = (caseId: string, documentId: string) => ({
  caseId,
  product: 'STATEMENT_EXTRACTION',
  documents: [{ documentId }],
})
const tenYearsMs = 3_650 * 86_400_000
const userIp = '203.0.114.7'
/** No refresh happens while a test reads the stored rows. */
const bankLogins: BankLoginDriver = {
  ...createScriptedBank(() => new Date()).driver,
  polling: { firstMs: tenYearsMs, maxMs: tenYearsMs },
  sessionMs: tenYearsMs,
  backgroundMs: tenYearsMs,
}
const shipments: ShipmentDriver = {
  accepts: { mediaTypes: ['application/pdf'], maxBytes: 10_000_000 },
  deadlineMs: { LETTER: tenYearsMs, FAX: tenYearsMs },
  refuse: () => null,
  send: async () => {},
  parseCallback: () => null,
}
const toSend = (documentId: string) => ({ documentId, recipient: 'X', address: {}, subject: 'X' })
const toImport = {
  mode: 'MERGE',
  logins: [
    {
      id: 'imported',
      bank: { name: 'Bank' },
      accounts: [{ id: 'account', iban: 'DE02120300000000202051', currency: 'EUR' }],
    },
  ],
}
const returnUrls = {
  successUrl: 'https://app.example/done',
  errorUrl: 'https://app.example/failed',
  exitUrl: 'https://app.example/left',
}
const [acme, globex] = [parseTenantId('acme'), parseTenantId('globex')]
let owned: Ids
let own: Ids

const rootFields = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap(type =>
  Object.keys(type?.getFields() ?? {}).map(name => `${type?.name}.${name}`),
)
const union = schema.getType('_Entity')
const entities = (isUnionType(union) ? union.getTypes() : []).flatMap(type =>
  keysOf(type).map(key => `${type.name}.${key}`),
)
const pagedFields = objectFieldsOf(schema).flatMap(({ type, field, name }) => {
  const after = field.args.find(argument => argument.name === 'after')
  return after && type.name !== 'Subscription' ? [[name, type.name, field.name, String(after.type)] as const] : []
})

describe('P17 a stranger sees only its own objects', () => {
  const database = useOneDatabase()
  const vendor = createMemoryProvider('vendor', { lists: true, client: { shipments, bankLogins } })
  let app: AppOnDatabase
  let owner: GraphqlClient
  let stranger: GraphqlClient

  beforeAll(async () => {
    app = await startAppOn(database(), [vendor.provider], { ALLOWED_REDIRECTS: 'https://app.example' })
    owner = app.client(tenantKeys.acme)
    owned = await populate(owner, acme, 'of-owner')
  })
  afterAll(() => app.stop())

  /** All rows, or those that match. */
  async function rows(isWanted: (row: string) => boolean = () => true): Promise<unknown> {
    await app.settled()
    const dump = [...(await dumpDatabase(database()))].filter(([name]) => name.startsWith('public.'))
    return dump.map(([name, lines]) => [name, lines.filter(isWanted).sort()])
  }
  const mentions = (row: string, ids: Ids) => Object.values(ids).some(id => row.includes(id))
  const isStrangers = (row: string) => row.startsWith(`(${globex},`) || mentions(row, own)
  /** Rows that name an object of the owner and are not the stranger's. */
  const ownersRows = () => rows(row => mentions(row, owned) && !isStrangers(row))

  async function attempt(client: GraphqlClient, { text, variables }: Attempt, ids: Ids): Promise<unknown> {
    if (!text.startsWith('subscription')) return shown(await client.answer(text, variables?.(ids)))
    const socket = client.subscribe(z.unknown(), text, { ...variables?.(ids) })
    try {
      return { data: await socket.next() }
    } catch (error) {
      return {
        errors: z
          .object({ errors: z.array(z.unknown()) })
          .parse(error)
          .errors.map(toShown),
      }
    } finally {
      await socket.stop()
    }
  }

  /** Another tenant, and within the same tenant a caller that is bound to another applicant. */
  const strangers = {
    'another tenant': async () => {
      stranger = app.client(tenantKeys.globex)
      own = await populate(stranger, globex, 'of-stranger')
    },
    'a caller bound to another applicant': async () => {
      own = await populate(owner, acme, 'of-bound')
      stranger = await bind(own.applicant)
    },
  }

  async function bind(applicantId: string): Promise<GraphqlClient> {
    const accessToken = z.object({ token: z.string() })
    const input = { applicantId, scopes: allScopes, expiresInSeconds: 3_600 }
    const created = await owner.mutate('createAccessToken', input, { accessToken })
    return app.client(created.accessToken.token)
  }

  describe.each(Object.entries(strangers))('P17 %s', (who, begin) => {
    const isBound = who !== 'another tenant'
    let before: unknown
    beforeAll(async () => {
      await begin()
      before = await rows()
    })

    test.each(rootFields.filter(field => !common.includes(field)))('P17 %s', async field => {
      const attempts = (isBound && forBackends[field]) || matrix[field]
      if (!attempts)
        throw new Error(`${field} is new: add attempts for it to the matrix in test/graphql/tenant-isolation.test.ts.`)
      for (const make of attempts) {
        const one = make(field.split('.')[1] ?? '')
        const foreign = await attempt(stranger, one, owned)
        expect(foreign).toEqual(await attempt(stranger, one, unknown))
        expect(foreign).toEqual(one.answer)
        for (const id of Object.values(owned)) expect(JSON.stringify(foreign)).not.toContain(id)
        // The owner does find the object.
        if (field.startsWith('Query.')) expect(JSON.stringify(await attempt(owner, one, owned))).toContain('"id":')
      }
    })

    test('P17 none of these attempts changes a row', async () => expect(await rows()).toEqual(before))

    test.each(entities.filter(entity => !commonEntities.includes(entity)))('P17 _entities: %s', async entity => {
      const [type = '', key = ''] = entity.split('.')
      const pick = entityIds[entity]
      if (!pick)
        throw new Error(`${entity} is new: add an id of it to entityIds in test/graphql/tenant-isolation.test.ts.`)
      const text = 'query ($of: [_Any!]!) { _entities(representations: $of) { __typename } }'
      const ask = (client: GraphqlClient, ids: Ids) =>
        client.answer(text, { of: [{ __typename: type, [key]: pick(ids) }] })
      expect((await ask(owner, owned)).data).toEqual({ _entities: [{ __typename: type }] })
      for (const ids of [owned, unknown])
        expect(shown(await ask(stranger, ids))).toEqual({ data: { _entities: [null] } })
    })

    test.each(pagedFields)('P17 the cursors of %s', async (_name, type, field, cursorType) => {
      const isRoot = type === 'Query'
      const more = field === 'banks' ? 'provider: "vendor", ' : ''
      const selection = `${field}(${more}first: 1, after: $after) { edges { cursor } }`
      const variables = (ids: Ids, after: string | null) => ({
        after,
        ...(!isRoot && { of: [{ __typename: type, id: entityIds[`${type}.id`]?.(ids) }] }),
      })
      const text = isRoot
        ? `query ($after: ${cursorType}) { ${selection} }`
        : `query ($of: [_Any!]!, $after: ${cursorType}) { _entities(representations: $of) { ... on ${type} { ${selection} } } }`
      const first = await owner.answer(text, variables(owned, null))
      const cursor = /"cursor":"([^"]+)"/.exec(JSON.stringify(first.data))?.[1]
      if (!cursor) throw new Error(`The owner has nothing in ${type}.${field}: add it to populate in this file.`)
      expect((await owner.answer(text, variables(owned, cursor))).errors).toBeUndefined()

      const foreign = shown(await stranger.answer(text, variables(own, cursor)))
      expect(foreign).toEqual(shown(await stranger.answer(text, variables(own, 'no-cursor'))))
      expect(foreign.errors).toEqual([{ code: 'BAD_USER_INPUT', message: expect.stringContaining('cursor') }])
    })

    test('P17 the log: a stranger follows only its own, and cannot use another tenant’s cursor', async () => {
      const text = 'subscription ($after: Cursor) { events(after: $after) { sequence applicant { id } } }'
      const page = await owner.answer('{ eventCursor events(first: 1) { edges { cursor } } }')
      const cursors = [...JSON.stringify(page.data).matchAll(/"\w*ursor":"([^"]+)"/g)].map(match => match[1])
      expect(cursors).toHaveLength(2)
      for (const cursor of cursors)
        expect(await attempt(stranger, { text, variables: () => ({ after: cursor }), answer: null }, owned)).toEqual({
          errors: [{ code: 'BAD_USER_INPUT', message: expect.stringContaining('cursor') }],
        })
      const shape = z.object({ events: z.object({ applicant: z.object({ id: z.string() }) }) })
      const now = z.object({ eventCursor: z.string() })
      const events = stranger.subscribe(shape, text, {
        after: (await stranger.ask(now, '{ eventCursor }')).eventCursor,
      })
      await openCase(owner, owned.applicant)
      await openCase(stranger, own.applicant)
      expect(await events.next()).toEqual({ events: { applicant: { id: own.applicant } } })
      await events.stop()
    })

    const withKey = Object.values(schema.getMutationType()?.getFields() ?? {}).filter(field => {
      const type = schema.getType(String(field.args[0]?.type).replaceAll('!', ''))
      return type && 'getFields' in type && 'idempotencyKey' in type.getFields()
    })

    test('P17 the idempotency keys of every mutation', async () => {
      const key = `key-${owned.reference}`
      const names = withKey.map(field => field.name).filter(name => !(isBound && forBackends[`Mutation.${name}`]))
      for (const name of names)
        await executeSql(
          database(),
          `insert into idempotency_keys (tenant_id, key, operation, input_digest, object_id, created_at)
           values ('acme', $1, $2, '', 'something', now())
           on conflict (tenant_id, bound_to, key, operation) do update set created_at = now()`,
          [key, name],
        )
      const { rows: used } = await executeSql(database(), 'select object_id from idempotency_keys where key = $1', [
        key,
      ])
      const ownersBefore = await ownersRows()
      for (const name of names) {
        const made = creating[name]
        if (!made)
          throw new Error(`${name} is new: add it to the constant creating in test/graphql/tenant-isolation.test.ts.`)
        const text = `mutation ($input: ${inputTypeOf(name)}) { ${name}(input: $input) { ${made.result} userErrors { code } } }`
        const answer = await stranger.answer(text, { input: { ...made.input(), idempotencyKey: key } })
        expect(answer.errors, name).toBeUndefined()
        expect(JSON.stringify(answer.data)).not.toContain('IDEMPOTENCY_CONFLICT')
        for (const { object_id } of used) expect(JSON.stringify(answer.data)).not.toContain(object_id)
      }
      expect(await ownersRows()).toEqual(ownersBefore)
    })
  })

  test('P17 an upload address is valid for one document of one tenant', async () => {
    const { document, upload } = await announceDocument(owner, { caseId: owned.case, fileName: 'a.pdf' })
    const signer = createSigner([secretKey], 'upload')
    const until = new Date(Date.now() + 60_000)
    const forged = toUploadToken(signer, { tenant: globex, documentId: document?.id ?? '', until })
    const nobodys = toUploadToken(signer, { tenant: globex, documentId: createId('document'), until })
    const genuine = upload?.url.split('/').at(-1) ?? ''
    const [payload = '', signature = ''] = genuine.split('.')
    const changed = Buffer.from(Buffer.from(payload, 'base64url').toString().replace('acme', 'globex')).toString(
      'base64url',
    )
    const otherPurpose = createSigner([secretKey], 'list-cursor').sign(Buffer.from(payload, 'base64url').toString())

    const before = await rows()
    for (const token of [nobodys, forged, `${changed}.${signature}`, `${payload}.${'A'.repeat(22)}`, otherPurpose]) {
      const answer = await fetch(`${app.url}/uploads/${token}`, {
        method: 'PUT',
        body: '%PDF-1.7\n',
        headers: { 'x-api-key': tenantKeys.globex },
      })
      expect(answer.status).toBe(404)
      expect(await answer.json()).toMatchObject({ error: { code: 'NOT_FOUND', message: 'There is no such upload.' } })
    }
    expect(await rows()).toEqual(before)
  })

  /** Inserts a bank login with an account and a transaction, its session, and a letter. */
  async function connect(tenant: typeof acme, applicantId: string, documentId: string) {
    const bankLogin = createId('bankLogin')
    const bankAccount = createId('bankAccount')
    const bankSession = createId('bankSession')
    const user = { applicant_id: applicantId, provider_id: 'vendor' }
    await insertRows(database(), tenant, 'bank_users', [{ ...user, account_key: 'account-of-vendor' }])
    await insertRows(database(), tenant, 'bank_sessions', [{ ...user, id: bankSession, status: 'SUCCEEDED' }])
    await insertRows(database(), tenant, 'bank_logins', [{ ...user, id: bankLogin }])
    await insertRows(database(), tenant, 'bank_accounts', [{ ...user, id: bankAccount, login_id: bankLogin }])
    await insertRows(database(), tenant, 'transactions', [
      { ...user, id: createId('transaction'), owner_id: bankAccount, account_id: bankAccount },
    ])
    const shipment = createId('shipment')
    await insertRows(database(), tenant, 'shipments', [{ ...user, id: shipment, document_id: documentId }])
    await addChanges(database(), () => new Date()).change(
      { ...wholeTenant(tenant), correlationId: 'c' },
      'POLL',
      async change => {
        change.emit({ type: 'BANK_LOGIN_CONNECTED', applicantId, bankLoginId: bankLogin })
        change.emit({ type: 'SHIPMENT_SENT', applicantId, shipmentId: shipment })
      },
    )
    return { bankLogin, bankAccount, bankSession, shipment }
  }

  /** Creates one object of each type, and uses each idempotency key. */
  async function populate(client: GraphqlClient, tenant: typeof acme, reference: string): Promise<Ids> {
    const key = `key-${reference}`
    vendor.progress = { kind: 'ready', outcome: 'PARTIAL', providerStage: null, documents: [] }
    /** @returns the id of what is created */
    async function create(mutation: string, result: string, input: object): Promise<string> {
      const payload = { [result]: z.object({ id: z.string() }) }
      return (await client.mutate(mutation, { ...input, idempotencyKey: key }, payload))[result]?.id ?? ''
    }
    const applicant = await create('createApplicant', 'applicant', { kind: 'PERSON', reference })
    // The document's case has another applicant, so this applicant gets its own case.
    const prepared = await prepareCase(client)
    await create('openCase', 'case', { applicantId: applicant, reference: prepared.applicantId })
    await create('createDocumentUpload', 'document', { caseId: prepared.caseId, fileName: 'second.pdf' })
    const analysis = await create('startAnalysis', 'analysis', start(prepared.caseId, prepared.documentId))
    await finalState(client, analysis)
    await finalState(client, await create('retryAnalysis', 'analysis', { analysisId: analysis }))

    const collection_id = `col-${reference}`
    const owner = { applicant_id: prepared.applicantId, analysis_id: analysis }
    const found = { ...owner, collection_id }
    const statement = createId('statement')
    const transaction = createId('transaction')
    const riskAssessment = createId('riskAssessment')
    await insertRows(database(), tenant, 'collections', [{ ...owner, id: collection_id }])
    await insertRows(database(), tenant, 'statements', [{ ...found, id: statement }])
    await insertRows(database(), tenant, 'transactions', [
      { applicant_id: prepared.applicantId, collection_id, id: transaction, statement_id: statement },
    ])
    await insertRows(database(), tenant, 'risk_assessments', [{ ...found, id: riskAssessment }])
    const metric = { collection_id, assessment_id: riskAssessment, value: '1' }
    await insertRows(database(), tenant, 'risk_metrics', [
      { ...metric, ordinal: 0, name: 'a' },
      { ...metric, ordinal: 1, name: 'b' },
    ])
    return {
      applicant: prepared.applicantId,
      reference,
      case: prepared.caseId,
      document: prepared.documentId,
      analysis,
      statement,
      transaction,
      riskAssessment,
      ...(await connect(tenant, prepared.applicantId, prepared.documentId)),
    }
  }
})

test('P17 every attempt, entity and key above belongs to an existing field', () => {
  expect([...Object.keys(matrix), ...common].filter(field => !rootFields.includes(field))).toEqual([])
  expect([...Object.keys(entityIds), ...commonEntities].filter(entity => !entities.includes(entity))).toEqual([])
  expect(Object.keys(creating).filter(name => !rootFields.includes(`Mutation.${name}`))).toEqual([])
})

function keysOf({ astNode }: GraphQLObjectType): string[] {
  return (astNode?.directives ?? [])
    .filter(directive => directive.name.value === 'key')
    .flatMap(({ arguments: args = [] }) => args.flatMap(({ value }) => ('value' in value ? [String(value.value)] : [])))
}

/** An answer without members that differ between requests. */
function shown({ data, errors }: Answer) {
  return { ...(data !== undefined && { data }), ...(errors && { errors: errors.map(toShown) }) }
}

function toShown(error: unknown) {
  const { message, extensions } = z
    .object({ message: z.string(), extensions: z.object({ code: z.string() }) })
    .parse(error)
  return { message, code: extensions.code }
}
