import type pg from 'pg'
import { z } from 'zod'
import { providers } from '../../src/providers/index.ts'
import { readLog, type SeenEvent } from '../../test/support/journey.ts'
import { tenant } from '../settings.ts'
import type { EventFollower } from './event-follower.ts'
import type { LoadLedger } from './journeys.ts'
import type { Nodes } from './nodes.ts'
import type { VendorRelay } from './vendor-relay.ts'

/** A check and its faults, if any. */
export interface Check {
  readonly title: string
  readonly faults: readonly string[]
}

const mostQuoted = 5
/** Work that is overdue for longer is a fault. A claim of a killed node expires after 15 s. */
const overdueSeconds = 30

/** Reads the whole log as a client. */
export async function readWholeLog({ clients: [client] }: Nodes): Promise<SeenEvent[]> {
  if (!client) throw new Error('There is no node.')
  const events: SeenEvent[] = []
  for (;;) {
    const page = await readLog(client, events.at(-1)?.cursor ?? null)
    if (page.length === 0) return events
    events.push(...page)
  }
}

export function checkFollower({ name, sequences, ids }: EventFollower, log: readonly SeenEvent[]): Check {
  const faults: string[] = []
  if (sequences.length !== log.length)
    faults.push(`${sequences.length} events were followed, ${log.length} are in the log`)
  for (const [index, event] of log.entries())
    if (sequences[index] !== event.sequence || ids[index] !== event.id)
      faults.push(`place ${index}: event ${sequences[index]} was followed, ${event.sequence} is in the log`)
  return { title: `${name} has each event of the log once, in order`, faults }
}

export function checkLog(log: readonly SeenEvent[]): Check {
  const faults = log.flatMap(({ sequence }, index) => (sequence === index + 1 ? [] : [`place ${index}: ${sequence}`]))
  return { title: 'the log has the numbers 1, 2, 3, … without a gap', faults }
}

const lines = z.array(z.object({ line: z.string() }))

async function readLines(database: pg.Client, statement: string, values: readonly unknown[] = []): Promise<string[]> {
  const { rows } = await database.query(statement, [...values])
  return lines.parse(rows).map(({ line }) => line)
}

/** May be called at any time, also during the load. */
export async function checkSchedule(database: pg.Client): Promise<Check> {
  const analyses = await readLines(
    database,
    `select coalesce(a.id, w.id) || case
        when a.id is null then ' has work and does not exist'
        when w.id is null then ' is ' || a.status || ' and has no work'
        else ' is ' || a.status || ' and has work' end as line
      from analyses a full join (select * from work where kind = 'analysis') w on w.tenant_id = a.tenant_id and w.id = a.id
      where a.id is null or (a.completed_at is null) <> (w.id is not null)`,
  )
  const bankUsers = await readLines(
    database,
    `select coalesce(u.applicant_id, w.id) || case
        when u.applicant_id is null then ' has work as a bank user and does not exist'
        else ' is a bank user with something to read and has no work' end as line
      from bank_users u full join (select * from work where kind = 'bank-user') w
        on w.tenant_id = u.tenant_id and w.id = u.applicant_id || '/' || u.provider_id
      where u.applicant_id is null or (w.id is null and u.reference is not null and (
        exists (select 1 from bank_sessions s where s.tenant_id = u.tenant_id and s.applicant_id = u.applicant_id
          and s.provider_id = u.provider_id and s.status = 'OPEN' and s.sealed_redirect_url is not null)
        or exists (select 1 from bank_logins l where l.tenant_id = u.tenant_id and l.applicant_id = u.applicant_id
          and l.provider_id = u.provider_id and l.removed_at is null and l.automatic is not false)
        or u.wanted_at > coalesce(u.retrieved_at, '-infinity')))`,
  )
  const overdue = await readLines(
    database,
    `select kind || ' ' || id || ' was due ' || round(extract(epoch from clock_timestamp() - due_at)) || ' s ago' as line
      from work where due_at < clock_timestamp() - make_interval(secs => $1)
        and (claimed_until is null or claimed_until < clock_timestamp())`,
    [overdueSeconds],
  )
  return {
    title: `every open analysis and every bank user with something to read has a next look, at most ${overdueSeconds} s overdue; nothing ended has any`,
    faults: [...analyses, ...bankUsers, ...overdue],
  }
}

/** The number of analyses by provider and final state, without those of erased applicants. */
export async function countEnds(database: pg.Client): Promise<readonly (readonly [string, string])[]> {
  const texts = await readLines(
    database,
    `select provider_id || ': ' || string_agg(ended || ' ' || times, ', ' order by ended) as line from (
        select provider_id, coalesce(error ->> 'code', status) as ended, count(*) as times from analyses group by 1, 2
      ) as counted group by provider_id order by provider_id`,
  )
  return texts.map(text => [`analyses of ${text.slice(0, text.indexOf(':'))}`, text.slice(text.indexOf(':') + 2)])
}

/** Call it after the load, when all analyses have had time to end. */
export async function checkStore(database: pg.Client, { erased }: LoadLedger): Promise<Check[]> {
  // The event log and the records of erasures stay; they have only ids.
  const tables = await readLines(
    database,
    `select table_name as line from information_schema.columns
      where table_schema = 'public' and column_name = 'applicant_id' and table_name not in ('events', 'erasures', 'erasure_remainders')`,
  )
  const open = await readLines(
    database,
    `select id || ' of ' || provider_id || ' is ' || status || ', ' || coalesce(obstacle::text, 'without obstacle') as line
      from analyses where completed_at is null`,
  )
  const versions = await readLines(
    database,
    `select analysis_id || ' has the versions ' || string_agg(analysis_version::text, ' ' order by sequence) as line
      from events where tenant_id = $1 and analysis_id is not null and analysis_version is not null group by analysis_id
      having array_agg(analysis_version order by sequence) <> array(select generate_series(1, max(analysis_version)))
        or count(*) filter (where analysis_status in ('COMPLETED', 'PARTIAL', 'FAILED', 'CANCELLED')) <> 1`,
    [tenant],
  )
  const left = await readLines(
    database,
    `select 'applicants: ' || id as line from applicants where id = any($1)
      ${tables.map(table => `union select '${table}: ' || applicant_id from ${table} where applicant_id = any($1)`).join(' ')}`,
    [[...erased]],
  )
  const logins = await readLines(
    database,
    `select bank_login_id || ' has the events ' || string_agg(type, ' ' order by sequence) as line
      from events where tenant_id = $1 and bank_login_id is not null group by bank_login_id
      having (array_agg(type order by sequence))[1] <> 'BANK_LOGIN_CONNECTED'
        or count(*) filter (where type = 'BANK_LOGIN_CONNECTED') <> 1
        or count(*) filter (where type = 'BANK_LOGIN_REMOVED') > 1
        or 'BANK_LOGIN_REMOVED' = any((array_agg(type order by sequence desc))[2:])`,
    [tenant],
  )
  const unsaid = await readLines(
    database,
    `select l.id || ' is removed, without an event' as line from bank_logins l where l.removed_at is not null and not exists (
      select 1 from events e where e.tenant_id = l.tenant_id and e.bank_login_id = l.id and e.type = 'BANK_LOGIN_REMOVED')`,
  )
  const doubled = await readLines(
    database,
    `select account_id || ' has ' || provider_transaction_id || ' ' || count(*) || ' times' as line
      from (select account_id, provider_transaction_id from transactions
        union all select account_id, provider_transaction_id from duplicate_transactions) as row
      where account_id is not null and provider_transaction_id is not null
      group by account_id, provider_transaction_id having count(*) > 1`,
  )
  const counted = await readLines(
    database,
    `select document_id || ' counts as read by ' || string_agg(distinct provider_id, ' and ') as line from statements
      where current and duplicate_of_id is null and document_id is not null and transaction_count > 0
        and provider_id = any($1)
      group by document_id having count(distinct provider_id) > 1`,
    [providers.filter(({ products }) => products.includes('STATEMENT_EXTRACTION')).map(({ id }) => id)],
  )
  return [
    { title: 'every analysis has ended', faults: open },
    {
      title: 'every bank login was connected once, and removed at most once and at the end',
      faults: [...logins, ...unsaid],
    },
    { title: 'no transaction of a bank account is stored twice', faults: doubled },
    { title: 'no document counts as read by two providers of one product', faults: counted },
    { title: 'every analysis has the versions 1, 2, 3, … and one final state', faults: versions },
    { title: 'no data of erased applicants remains', faults: left },
  ]
}

/** Checks that no vendor received a document more often than analyses were started. */
export function checkSubmissions(relays: ReadonlyMap<string, VendorRelay>, { wanted }: LoadLedger): Check {
  const faults = [...relays].flatMap(([provider, { submissions }]) =>
    [...submissions].flatMap(([document, times]) => {
      const most = wanted.get(`${provider} ${document}`) ?? 0
      return times <= most ? [] : [`${provider} accepted ${document} ${times} times, for ${most} analyses`]
    }),
  )
  return { title: 'no vendor received a document more often than analyses of it were started', faults }
}

export function describeCheck({ title, faults }: Check): string {
  const quoted = faults.slice(0, mostQuoted).map(fault => `       ${fault}\n`)
  const rest = faults.length > mostQuoted ? `       and ${faults.length - mostQuoted} more\n` : ''
  return `${faults.length === 0 ? 'holds' : 'FAILS'}  ${title}\n${quoted.join('')}${rest}`
}
