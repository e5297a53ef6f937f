import { getOperationAST, getVariableValues, parse, validate } from 'graphql'
import { describe, expect, test } from 'vitest'
import { createSchema } from '../graphql/schema.ts'
import { loadOperationGroups, loadOperations } from './explorer/load-operations.ts'
import { call } from './testing/call.ts'
import { startServerForSuite } from './testing/start-test-server.ts'

describe('the ready-made operations', async () => {
  const operations = await loadOperations()
  const groups = await loadOperationGroups()
  const schema = createSchema()

  test('are each in a group', () => {
    const shown = new Set(groups.flatMap(group => group.operations.map(({ name }) => name)))
    expect([...shown].toSorted()).toEqual(operations.map(({ name }) => name).toSorted())
  })

  test.each(operations)('$name and its variables are valid', ({ name, query, variables }) => {
    const document = parse(query)
    expect(validate(schema, document)).toEqual([])
    const operation = getOperationAST(document, name)
    const { errors = [] } = getVariableValues(
      schema,
      operation?.variableDefinitions ?? [],
      JSON.parse(variables.replaceAll('{{origin}}', 'http://127.0.0.1')),
    )
    expect(errors).toEqual([])
    expect(query).toMatch(/^# .*\n/)
  })

  test.each(groups)('of the group $name need only ids that an earlier one of the group creates or shows', group => {
    const made = new Set(['origin'])
    for (const { name, query, variables } of group.operations) {
      for (const [, id] of variables.matchAll(/\{\{(\w+)\}\}/g))
        expect([name, [...made]]).toEqual([name, expect.arrayContaining([id])])
      const makesOrShows: Readonly<Record<string, readonly string[]>> = {
        CreateApplicant: ['applicant'],
        OpenCase: ['case'],
        CreateDocumentUpload: ['document'],
        StartAnalysis: ['analysis'],
        ConnectBank: ['session'],
        BankLogins: ['login', 'account'],
        SendLetter: ['shipment'],
      }
      for (const kind of makesOrShows[name] ?? []) made.add(kind)
      expect(query).toContain(name)
    }
  })
})

describe('the pages', async () => {
  const server = await startServerForSuite({ explorer: true })

  test('the explorer loads only files of this server', async () => {
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

  test('the page of Apollo Sandbox may load from Apollo and from no other server', async () => {
    const { headers } = await call(server, { path: '/' })
    const origins = String(headers['content-security-policy']).match(/https:[^ ;]+/g)
    expect(new Set(origins)).toEqual(
      new Set(['https://embeddable-sandbox.cdn.apollographql.com', 'https://sandbox.embed.apollographql.com']),
    )
  })

  test('the editor is served compressed, and answered 304 if the browser has it', async () => {
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
  ])('no other file is served: %s', async path => {
    expect(await call(server, { path })).toMatchObject({ status: 404, json: { error: { code: 'NOT_FOUND' } } })
  })
})
