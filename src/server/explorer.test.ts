import { getOperationAST, getVariableValues, OperationTypeNode, parse, validate } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createSchema } from '../graphql/schema.ts'
import { loadOperations } from './explorer/load-operations.ts'
import { call } from './testing/call.ts'
import type { TestServer } from './testing/start-test-server.ts'
import { startTestServer } from './testing/start-test-server.ts'

describe('the ready-made operations', async () => {
  const operations = await loadOperations()
  const schema = createSchema()

  test('cover the whole flow, in its order', () => {
    expect(operations.map(({ name }) => name)).toEqual([
      'DataProviders',
      'CreateApplicant',
      'OpenCase',
      'CreateDocumentUpload',
      'StartAnalysis',
      'AnalysisUpdated',
      'Events',
      'EventLog',
      'CaseResult',
      'ApplicantMoney',
      'CancelAnalysis',
      'RetryAnalysis',
      'RequestConsent',
      'EraseApplicant',
    ])
  })

  test.each(operations)('$name fits the schema, and so do its variables', ({ name, query, variables }) => {
    const document = parse(query)
    expect(validate(schema, document)).toEqual([])
    const operation = getOperationAST(document, name)
    const { errors = [] } = getVariableValues(schema, operation?.variableDefinitions ?? [], JSON.parse(variables))
    expect(errors).toEqual([])
    expect(query).toMatch(/^# .*\n/)
  })

  test('name only ids that an earlier one makes', () => {
    const made = new Set<string>()
    for (const { name, query, variables } of operations) {
      for (const [, id] of variables.matchAll(/\{\{(\w+)\}\}/g)) expect(made).toContain(id)
      if (getOperationAST(parse(query))?.operation !== OperationTypeNode.MUTATION) continue
      const words = ['applicant', 'case', 'document', 'analysis']
      for (const word of words) if (name.toLowerCase().includes(word)) made.add(word)
    }
  })
})

describe('the pages', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startTestServer({ explorer: true })
  })
  afterAll(() => server.stop())

  test('the explorer runs nothing but what this server serves', async () => {
    const { status, headers, text } = await call(server, { path: '/explorer' })
    expect(status).toBe(200)
    expect(headers['content-type']).toContain('text/html')
    expect(headers['content-security-policy']).toContain("script-src 'self';")
    expect(text).not.toMatch(/https?:\/\//)
    const addresses = [...text.matchAll(/(?:src|href)="(\/[^"]+)"/g)].flatMap(([, address]) =>
      address ? [address] : [],
    )
    const scripts = await call(server, { path: '/explorer/page.js' })
    const imported = [...scripts.text.matchAll(/from '([^']+)'/g)].map(([, path = '']) =>
      path.replace('./', '/explorer/'),
    )
    for (const path of [...addresses, ...imported])
      expect({ path, status: (await call(server, { path })).status }).toEqual({ path, status: 200 })
  })

  test('Apollo Sandbox may come from Apollo, and nothing else from elsewhere', async () => {
    const { headers } = await call(server, { path: '/' })
    const origins = String(headers['content-security-policy']).match(/https:[^ ;]+/g)
    expect(new Set(origins)).toEqual(
      new Set(['https://embeddable-sandbox.cdn.apollographql.com', 'https://sandbox.embed.apollographql.com']),
    )
  })

  test('the editor is served compressed, and not again to who has it', async () => {
    const path = '/explorer/static/ruru.js'
    const first = await call(server, { path, headers: { 'accept-encoding': 'br' } })
    expect(first).toMatchObject({ status: 200, headers: { 'content-encoding': 'br' } })
    expect(await call(server, { path, headers: { 'if-none-match': String(first.headers.etag) } })).toMatchObject({
      status: 304,
    })
  })

  test.each([
    '/explorer/load-operations.ts',
    '/explorer/..%2f..%2fconfig.ts',
    '/explorer/static/../../package.json',
    '/explorer/graphql-ws/index.js',
    '/explorer/static/nothing.js',
  ])('nothing else is served: %s', async path => {
    expect(await call(server, { path })).toMatchObject({ status: 404, json: { error: { code: 'NOT_FOUND' } } })
  })
})
