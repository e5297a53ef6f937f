import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { call } from '../../src/server/testing/call.ts'
import { openSocket } from '../../src/server/testing/open-socket.ts'
import { useEmbeddedDatabase } from '../support/databases.ts'
import { createGraphqlClient } from '../support/graphql-client.ts'
import { announceDocument, createApplicant, openCase, uniquePdf } from '../support/journey.ts'
import { createMemoryProvider } from '../support/memory-provider.ts'
import { type AppOnDatabase, startAppOn } from '../support/start-app-on.ts'

describe('without credentials', () => {
  const database = useEmbeddedDatabase()
  let app: AppOnDatabase
  beforeAll(async () => {
    app = await startAppOn(database(), [createMemoryProvider('vendor').provider], { API_KEYS: '' })
  })
  afterAll(() => app.stop())

  const elsewhere: Readonly<Record<string, Record<string, string>>> = {
    'a page of another site': { origin: 'https://evil.example' },
    'a page without an origin': { origin: 'null' },
    'a page whose name was made to lead here (DNS rebinding)': { host: 'evil.example', origin: 'http://evil.example' },
    'the same, asking for its own pages': { host: 'evil.example' },
    'a name that only begins like this machine': { host: 'localhost.evil.example' },
    'a name that hides behind a user': { host: '127.0.0.1@evil.example' },
  }

  test.each(Object.entries(elsewhere))(
    'P18 P19 %s can neither ask, nor listen, nor send a document',
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

      // The address is as good as before.
      const state = await client.answer('query ($id: ID!) { document(id: $id) { status } }', { id: document?.id })
      expect(state.data).toEqual({ document: { status: 'AWAITING_UPLOAD' } })
      expect(await put({ origin: 'http://localhost:3000' })).toMatchObject({ status: 201, json: { status: 'STORED' } })
    },
  )
})
