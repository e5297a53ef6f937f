import { once } from 'node:events'
import { Socket } from 'node:net'
import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { describeOnEveryDatabase } from '../../test/support/databases.ts'
import { createPostgresqlDatabase, postgresqlReachable } from '../../test/support/postgresql.ts'
import { parseTenantId } from '../domain/tenant.ts'
import { columnTypes } from './column-types.ts'
import { sql } from './sql.ts'
import { openWireRows } from './wire-rows.ts'

const tenant = parseTenantId('acme')

describeOnEveryDatabase('rows as bytes', database => {
  const numbers = (count: number) => sql`
    select number, repeat('ä😀', number % 50) as text, null as nothing, ${tenant}::text as tenant
    from generate_series(1, ${count}::integer) as number`

  async function read(query: ReturnType<typeof numbers>): Promise<(string | null)[][]> {
    const { rows } = await database().wireRows(tenant, query, { isSlow: false, create: createReader })
    return rows
  }

  test('are the same rows as those read as values, however the answer is split into chunks', async () => {
    const found = await read(numbers(3_000))
    const known = await database().rows<{ number: number; text: string }>(numbers(3_000))
    expect(found).toEqual(known.map(row => [String(row.number), row.text, null, tenant]))
  })

  test('may be none', async () => {
    expect(await read(numbers(0))).toEqual([])
  })

  test('an error between rows fails the query, and the connection stays usable', async () => {
    const failing = sql`
      select 10 / (50 - number) as number, ${tenant}::text as tenant from generate_series(1, 100) as number`
    await expect(read(failing)).rejects.toThrow('division by zero')
    expect(await read(numbers(1))).toEqual([['1', 'ä😀', null, tenant]])
  })

  test('an exception of a reader fails only its own query', async () => {
    const take = () => {
      throw new Error('full')
    }
    const how = { isSlow: true, create: () => ({ take }) }
    await expect(database().wireRows(tenant, numbers(1_000), how)).rejects.toThrow('full')
    expect(await database().rows(sql`select ${tenant}::text as tenant, 1 as one`)).toEqual([{ tenant, one: 1 }])
  })

  test('other queries at the same time get their own rows', async () => {
    const counts = Array.from({ length: 20 }, (_, index) => index * 40)
    const rows = await Promise.all(
      counts.map(async (count, index) =>
        index % 2 === 0 ? (await read(numbers(count))).length : (await database().rows(numbers(count))).length,
      ),
    )
    expect(rows).toEqual(counts)
  })
})

describe.skipIf(!postgresqlReachable)('a connection that receives a few bytes at a time', () => {
  test('gives the same rows to the reader, and all other messages to pg', async () => {
    const { url, drop } = await createPostgresqlDatabase()
    const client = new pg.Client({ connectionString: url, stream: () => new DrippingSocket() })
    await client.connect()
    try {
      await client.query('listen dripping')
      const notified = once(client, 'notification')
      const wire = openWireRows(client)
      const reader = createReader()
      const words = "select number, repeat('ä', number) as text from generate_series(1, $1::integer) as number"
      await wire.query({ text: words, values: [40] }, reader.take)
      await client.query("notify dripping, 'heard'")
      const { rows } = await client.query(words, [40])
      expect(reader.rows).toEqual(rows.map(row => [String(row.number), row.text]))
      expect((await notified)[0].payload).toBe('heard')
    } finally {
      await client.end()
      await drop()
    }
  })
})

describe.skipIf(!postgresqlReachable)('rows as objects', () => {
  const text = `select number, 10 / (7 - number) as share, repeat('ä', number) as text, null as nothing,
    '2025-03-30'::date as day, jsonb_build_object('number', number) as facts from generate_series(1, $1::integer) as number`

  test('are those of pg, also of a prepared statement that was described before, and beside one that fails', async () => {
    const { url, drop } = await createPostgresqlDatabase()
    const settings = { connectionString: url, pipeline: true, types: columnTypes }
    const client = new pg.Client({ ...settings, stream: () => new DrippingSocket() })
    await client.connect()
    const usual = new pg.Client(settings)
    await usual.connect()
    try {
      const wire = openWireRows(client)
      for (let time = 0; time < 3; time += 1) {
        // 7 divides by zero.
        const counts = [3, 0, 7, 6, 9, 1]
        const read = counts.map(count => wire.rows({ name: 'shares', text, values: [count] }))
        const pinged = wire.query({ text: 'select 1' }, () => {})
        const last = wire.rows({ text, values: [2] })
        const found = await Promise.allSettled([...read, last])
        await pinged
        for (const [index, count] of [...counts, 2].entries()) {
          const known = await usual.query(text, [count]).then(
            ({ rows }) => ({ status: 'fulfilled', value: { rows } }),
            error => ({
              status: 'rejected',
              reason: expect.objectContaining({ message: error.message }),
            }),
          )
          expect(found[index]).toEqual(known)
        }
      }
    } finally {
      await Promise.all([client.end(), usual.end()])
      await drop()
    }
  })
})

/** Delivers received bytes in chunks of one to seven. */
class DrippingSocket extends Socket {
  override push(chunk: Buffer | null): boolean {
    if (chunk === null) return super.push(null)
    let more = true
    for (let from = 0, length = 1; from < chunk.length; from += length) {
      length = (from % 7) + 1
      more = super.push(chunk.subarray(from, from + length))
    }
    return more
  }
}

function createReader() {
  const rows: (string | null)[][] = []
  return {
    rows,
    take(bytes: Buffer, offset: number): void {
      const row: (string | null)[] = []
      let at = offset
      for (let column = 0; column < bytes.readInt16BE(offset - 2); column += 1) {
        const length = bytes.readInt32BE(at)
        at += 4
        row.push(length === -1 ? null : bytes.toString('utf8', at, at + Math.max(0, length)))
        at += Math.max(0, length)
      }
      rows.push(row)
    },
  }
}
