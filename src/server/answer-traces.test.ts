import { Trace } from '@apollo/usage-reporting-protobuf'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { call } from './testing/call.ts'
import { acmeKey, startServerForSuite } from './testing/start-test-server.ts'

const answerSchema = z.object({
  data: z.unknown().optional(),
  errors: z.array(z.unknown()).optional(),
  extensions: z.object({ ftv1: z.string() }).optional(),
})

const server = await startServerForSuite()

async function ask(query: string, headers: Readonly<Record<string, string>> = {}) {
  const { json } = await call(server, {
    method: 'POST',
    body: JSON.stringify({ query }),
    headers: { 'content-type': 'application/json', 'x-api-key': acmeKey, ...headers },
  })
  return answerSchema.parse(json)
}

const askTraced = (query: string) => ask(query, { 'apollo-federation-include-trace': 'ftv1' })

/** The fields of a trace, by path, with what is recorded about each. */
function fieldsOf(ftv1: string): Record<string, { type: string; ended: boolean; errors: number }> {
  const found: Record<string, { type: string; ended: boolean; errors: number }> = {}
  function walk(node: Trace.INode, path: string): void {
    for (const child of node.child ?? []) {
      const key = `${path}${child.responseName}`
      found[key] = {
        type: `${child.parentType}.${child.originalFieldName || child.responseName}: ${child.type}`,
        ended: Number(child.endTime) > Number(child.startTime),
        errors: child.error?.length ?? 0,
      }
      walk(child, `${key}.`)
    }
  }
  const { root } = Trace.decode(Buffer.from(ftv1, 'base64'))
  walk(root ?? {}, '')
  return found
}

describe('a trace', () => {
  test('is answered, with every field, only when a router asks for it', async () => {
    const query = '{ who: me { tenant scopes } hello }'
    const { extensions, data } = await askTraced(query)
    expect(data).toEqual((await ask(query)).data)
    expect(fieldsOf(extensions?.ftv1 ?? '')).toEqual({
      who: { type: 'Query.me: Me!', ended: true, errors: 0 },
      'who.tenant': { type: 'Me.tenant: ID!', ended: true, errors: 0 },
      'who.scopes': { type: 'Me.scopes: [String!]!', ended: true, errors: 0 },
      hello: { type: 'Query.hello: String!', ended: true, errors: 0 },
    })
    expect((await ask(query)).extensions).toBeUndefined()
    expect((await ask(query, { 'apollo-federation-include-trace': 'ftv2' })).extensions).toBeUndefined()
  })

  test('is answered for an operation that is already compiled', async () => {
    for (let count = 0; count < 3; count += 1) await ask('{ hello }')
    const { extensions } = await askTraced('{ hello }')
    expect(fieldsOf(extensions?.ftv1 ?? '')).toHaveProperty('hello')
  })

  test('shows which field failed, and no text of the error', async () => {
    const { extensions, errors } = await askTraced('{ hello refuses }')
    expect(errors).toMatchObject([{ message: 'Too many calls.', extensions: { code: 'PROVIDER_RATE_LIMITED' } }])
    const ftv1 = extensions?.ftv1 ?? ''
    expect(fieldsOf(ftv1)).toMatchObject({ hello: { errors: 0 }, refuses: { errors: 1 } })
    expect(Buffer.from(ftv1, 'base64').toString('latin1')).not.toContain('Too many')
  })

  test('P19 of a refused operation is answered, and the operation stays refused', async () => {
    const { errors, extensions } = await askTraced('{ nothing }')
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }])
    expect(fieldsOf(extensions?.ftv1 ?? '')).toEqual({})
    expect(await askTraced('mutation { shout(text: 5) }')).not.toHaveProperty('data.shout')
    const deep = await askTraced('query ($name: String) { hello(name: $name, times: null) }')
    expect(deep.errors).toHaveLength(1)
  })
})
