import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { call } from '../../src/server/testing/call.ts'
import { openSocket } from '../../src/server/testing/open-socket.ts'
import { useOneDatabase } from '../support/databases.ts'
import { createGraphqlClient } from '../support/graphql-client.ts'
import { announceDocument, createApplicant, openCase, uniquePdf } from '../support/journey.ts'
import { createMemoryProvider } from '../support/memory-provider.ts'
import { type AppOnDatabase, startAppOn } from '../support/start-app.ts'

describe('a sandbox with SANDBOX_HOSTS', () => {
  const database = useOneDatabase()

  test('P18 P19 listens on the configured address, and accepts only its configured names, also at /sandbox', async () => {
    const app = await startAppOn(database(), [createMemoryProvider('vendor').provider], {
      API_KEYS: '',
      HOST: '0.0.0.0',
      SANDBOX_HOSTS: 'assay',
    })
    const local = { url: `http://127.0.0.1:${app.port}` }
    const statuses = async (headers: Record<string, string>) => [
      (await call(local, { body: { query: '{ __typename }' }, headers })).status,
      (await call(local, { path: '/sandbox', headers })).status,
    ]
    expect(await statuses({ host: `assay:${app.port}` })).toEqual([200, 200])
    expect(await statuses({ host: 'assay', origin: 'http://assay' })).toEqual([200, 200])
    expect(await statuses({})).toEqual([200, 200])
    expect(await statuses({ host: 'evil.example' })).toEqual([403, 403])
    expect(await statuses({ host: 'assay', origin: 'https://evil.example' })).toEqual([403, 403])
    await expect(openSocket({ ...app, ...local }, { headers: { host: 'evil.example' } })).rejects.toThrow('403')
    await app.stop()
  })
})

describe('without credentials', () => {
  const database = useOneDatabase()
  let app: AppOnDatabase
  beforeAll(async () => {
    app = await startAppOn(database(), [createMemoryProvider('vendor').provider], { API_KEYS: '' })
  })
  afterAll(() => app.stop())

  const elsewhere: Readonly<Record<string, Record<string, string>>> = {
    'a page of another site': { origin: 'https://evil.example' },
    'a page without an origin': { origin: 'null' },
    'a page on a host that was made to resolve to this machine (DNS rebinding)': {
      host: 'evil.example',
      origin: 'http://evil.example',
    },
    'the same with a same-origin request': { host: 'evil.example' },
    'a name that has this machine’s name as prefix': { host: 'localhost.evil.example' },
    'a name after a user name in the address': { host: '127.0.0.1@evil.example' },
  }

  test.each(Object.entries(elsewhere))(
    'P18 P19 %s cannot query, subscribe or send a document',
    async (_who, headers) => {
      const client = createGraphqlClient(app)
      const caseId = await openCase(client, await createApplicant(client))
      const { document, upload } = await announceDocument(client, { caseId, fileName: 'a.pdf' })
      const body = uniquePdf().toString('latin1')
      const put = (more: Record<string, string>) =>
        call(app, { path: new URL(upload?.url ?? '').pathname, method: 'PUT', body, headers: more })

      const refused = { code: 'FORBIDDEN' }
      expect(await put(headers)).toMatchObject({ status: 403, json: { error: refused } })
      const query = { query: '{ applicants { edges { node { id } } } }' }
      expect(await call(app, { body: query, headers })).toMatchObject({
        status: 403,
        json: { errors: [{ extensions: refused }] },
      })
      await expect(openSocket(app, { headers })).rejects.toThrow('403')

      // The address is still valid.
      const state = await client.answer('query ($id: ID!) { document(id: $id) { status } }', { id: document?.id })
      expect(state.data).toEqual({ document: { status: 'AWAITING_UPLOAD' } })
      expect(await put({ origin: 'http://localhost:3000' })).toMatchObject({ status: 201, json: { status: 'STORED' } })
    },
  )
})
