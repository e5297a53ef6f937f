import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Environment } from '../../src/providers/provider.ts'
import { call } from '../../src/server/testing/call.ts'
import { openSocket } from '../../src/server/testing/open-socket.ts'
import { useOneDatabase } from '../support/databases.ts'
import { createGraphqlClient } from '../support/graphql-client.ts'
import { announceDocument, createApplicant, openCase, uniquePdf } from '../support/journey.ts'
import { startAppOn } from '../support/start-app-on.ts'

describe('a sandbox without credentials', () => {
  const database = useOneDatabase()
  const start = (variables: Environment = {}) => startAppOn(database(), [], { API_KEYS: '', ...variables })

  test('P18 P19 with SANDBOX_HOSTS listens on the configured address, and accepts only its names, also at /sandbox', async () => {
    const app = await start({ HOST: '0.0.0.0', SANDBOX_HOSTS: 'assay' })
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

  // Which hosts and origins are of this machine is tested with createOriginPolicy.
  test('P18 P19 a page of another site, and one on a host that resolves to this machine, cannot query, subscribe, or send a document or a webhook', async () => {
    const app = await start()
    const client = createGraphqlClient(app)
    const caseId = await openCase(client, await createApplicant(client))
    const { document, upload } = await announceDocument(client, { caseId, fileName: 'a.pdf' })
    const body = uniquePdf().toString('latin1')
    const path = new URL(upload?.url ?? '').pathname
    const put = (headers: Record<string, string>) => call(app, { path, method: 'PUT', body, headers })
    const refused = { code: 'FORBIDDEN' }
    const strangers: Record<string, string>[] = [
      { origin: 'https://evil.example' },
      { host: 'evil.example', origin: 'http://evil.example' },
    ]
    for (const headers of strangers) {
      expect(await put(headers)).toMatchObject({ status: 403, json: { error: refused } })
      expect(await call(app, { body: { query: '{ __typename }' }, headers })).toMatchObject({
        status: 403,
        json: { errors: [{ extensions: refused }] },
      })
      await expect(openSocket(app, { headers })).rejects.toThrow('403')
      const webhook = await call(app, { path: '/webhooks/x', method: 'POST', body: 'x', headers })
      expect(webhook.status).toBe(403)
    }
    // The address is still valid.
    const state = await client.read('document', document?.id ?? '', z.object({ status: z.string() }))
    expect(state).toEqual({ status: 'AWAITING_UPLOAD' })
    expect(await put({ origin: 'http://localhost:3000' })).toMatchObject({ status: 201, json: { status: 'STORED' } })
    await app.stop()
  })
})
