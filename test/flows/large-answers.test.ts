import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parseTenantId } from '../../src/domain/tenant.ts'
import { describeOnOneDatabase } from '../support/databases.ts'
import { executeSql } from '../support/execute-sql.ts'
import { insertAnalysedApplicant } from '../support/rows.ts'
import { type AppOnDatabase, startAppOn, tenantKeys } from '../support/start-app-on.ts'

const rows = 500
const path = '/graphql'
const query = '{ applicant(id: "app_a") { transactions(first: 500) { edges { node { id description } } } } }'
const tenants = ['acme', 'globex'] as const
type Tenant = (typeof tenants)[number]

describeOnOneDatabase('large answers written from rows', database => {
  let app: AppOnDatabase

  beforeAll(async () => {
    for (const tenant of tenants) {
      await insertAnalysedApplicant(database(), parseTenantId(tenant), 'a')
      await executeSql(
        database(),
        `insert into transactions (tenant_id, owner_id, applicant_id, provider_id, id, position, status, amount, currency,
           direction, effective_date, description, tags, codes, fingerprint, search_text)
         select $1, 'col_a', 'app_a', 'reader', 'txn_' || number, number, 'BOOKED', 1, 'EUR',
           'CREDIT', '2025-08-01', repeat($1 || number, 500), '[]', '[]', '', ''
         from generate_series(1, ${rows}) as number`,
        [tenant],
      )
    }
    app = await startAppOn(database(), [])
  })
  afterAll(() => app.stop())

  function expected(tenant: Tenant): string {
    const edges = Array.from({ length: rows }, (_, index) => ({
      node: { id: `txn_${rows - index}`, description: `${tenant}${rows - index}`.repeat(500) },
    }))
    return JSON.stringify({ data: { applicant: { transactions: { edges } } } })
  }

  const whole = { acme: expected('acme'), globex: expected('globex') }

  async function ask(tenant: Tenant, signal: AbortSignal | null = null): Promise<string> {
    const headers = { 'content-type': 'application/json', 'x-api-key': tenantKeys[tenant] }
    const answer = await fetch(`${app.url}${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ query }),
      signal,
    })
    return answer.text()
  }

  /** Asks many times on one connection, and reads nothing before `resume`. */
  async function askUnread(tenant: Tenant, times: number) {
    const socket = connect(app.port, '127.0.0.1').pause()
    const body = JSON.stringify({ query })
    const head = `POST ${path} HTTP/1.1\r\nhost: localhost\r\nx-api-key: ${tenantKeys[tenant]}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n`
    socket.write(`${head}\r\n${body}`.repeat(times - 1))
    socket.write(`${head}connection: close\r\n\r\n${body}`)
    await once(socket, 'readable')
    return {
      async resume(): Promise<string[]> {
        const text = Buffer.concat(await socket.toArray()).toString()
        return text.split(/HTTP\/1\.1 200 OK\r\n.*?\r\n\r\n/s).slice(1)
      },
    }
  }

  test('stay whole while they wait for a slow reader and other callers get theirs', async () => {
    // Compiled at its second use.
    for (let time = 0; time < 3; time += 1) await ask('acme')
    const unread = await askUnread('acme', 8)
    for (let time = 0; time < 2; time += 1) {
      const left = ask('acme', AbortSignal.timeout(1)).catch(() => {})
      const answers = await Promise.all([ask('globex'), ask('acme'), ask('globex')])
      expect(answers.map(isOf)).toEqual(['globex', 'acme', 'globex'])
      await left
    }
    expect((await unread.resume()).map(isOf)).toEqual(Array(8).fill('acme'))
  })

  /** The tenant whose whole answer it is; the differences would be too long to be shown. */
  function isOf(answer: string): Tenant | null {
    return tenants.find(tenant => answer === whole[tenant]) ?? null
  }
})
