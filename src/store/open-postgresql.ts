import pg from 'pg'
import { columnTypes, createDatabase, type Database } from './database.ts'

const reconnectMs = 1_000

/** A PostgreSQL server, shared by any number of processes. */
export async function openPostgresql(url: string): Promise<Database> {
  const pool = new pg.Pool({ connectionString: url, types: columnTypes, max: 10 })
  // An idle connection that breaks is replaced by the pool; without a listener the process would end.
  pool.on('error', () => {})
  await pool.query('select 1')
  return createDatabase(pool, 'postgresql', {
    listen: (channel, callback) => listen(url, channel, callback),
    // The server looks after its own statistics.
    maintain: async () => {},
    stop: () => pool.end(),
  })
}

async function listen(url: string, channel: string, callback: (payload: string) => void): Promise<() => Promise<void>> {
  let client: pg.Client | undefined
  let timer: NodeJS.Timeout | undefined
  let stopped = false

  async function connect(): Promise<void> {
    const opened = new pg.Client({ connectionString: url, keepAlive: true })
    client = opened
    client.on('notification', message => callback(message.payload ?? ''))
    client.on('error', reconnect)
    client.on('end', reconnect)
    await opened.connect()
    await opened.query(`listen ${pg.escapeIdentifier(channel)}`)
  }

  function reconnect(): void {
    if (stopped || timer) return
    timer = setTimeout(() => {
      timer = undefined
      // Something may have been said while nobody listened.
      connect().then(() => callback(''), reconnect)
    }, reconnectMs).unref()
  }

  await connect()
  return async () => {
    stopped = true
    clearTimeout(timer)
    await client?.end()
  }
}
