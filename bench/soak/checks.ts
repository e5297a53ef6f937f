import type pg from 'pg'
import { z } from 'zod'
import { readLog, type SeenEvent } from '../../test/support/journey.ts'
import { tenant } from '../settings.ts'
import type { EventFollower } from './event-follower.ts'
import type { LoadLedger } from './journeys.ts'
import type { Nodes } from './nodes.ts'
import type { VendorRelay } from './vendor-relay.ts'

/** What was looked at, and what is wrong with it: nothing when the list is empty. */
export interface Check {
  readonly title: string
  readonly faults: readonly string[]
}

const mostQuoted = 5
/** Work that nobody looks at for so long is left behind: a claim of a killed node is over after 15 s. */
const overdueSeconds = 30

/** The whole log, as a client reads it. */
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

/** May be called at any moment, also while everything goes on. */
export async function checkSchedule(database: pg.Client): Promise<Check> {
  const faults = await readLines(
    database,
    `select coalesce(a.id, w.id) || case
        when a.id is null then ' has work and does not exist'
        when w.id is null then ' is ' || a.status || ' and has no work'
        when a.completed_at is not null then ' is ' || a.status || ' and has work'
        else ' is ' || a.status || ' and was due ' || round(extract(epoch from clock_timestamp() - w.due_at)) || ' s ago' end as line
      from analyses a full join work w on w.tenant_id = a.tenant_id and w.id = a.id and w.kind = 'analysis'
      where a.id is null or (a.completed_at is null) <> (w.id is not null)
        or (w.due_at < clock_timestamp() - make_interval(secs => $1)
          and (w.claimed_until is null or w.claimed_until < clock_timestamp()))`,
    [overdueSeconds],
  )
  return {
    title: `every open analysis has a next look, at most ${overdueSeconds} s overdue; no ended one has any`,
    faults,
  }
}

/** How many analyses there are of each provider, by how they ended. Those of erased applicants are gone. */
export async function countEnds(database: pg.Client): Promise<readonly (readonly [string, string])[]> {
  const texts = await readLines(
    database,
    `select provider_id || ': ' || string_agg(ended || ' ' || times, ', ' order by ended) as line from (
        select provider_id, coalesce(error ->> 'code', status) as ended, count(*) as times from analyses group by 1, 2
      ) as counted group by provider_id order by provider_id`,
  )
  return texts.map(text => [`analyses of ${text.slice(0, text.indexOf(':'))}`, text.slice(text.indexOf(':') + 2)])
}

/** To be called when the load is over and everything has had its time to end. */
export async function checkStore(database: pg.Client, { erased }: LoadLedger): Promise<Check[]> {
  // The log stays, and what is needed to try an erasure again: ids that lead nowhere.
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
  return [
    { title: 'every analysis has ended', faults: open },
    { title: 'every analysis has the versions 1, 2, 3, … and one end', faults: versions },
    { title: 'nothing is left of erased applicants', faults: left },
  ]
}

/** No vendor was given a document more often than it was to be. */
export function checkSubmissions(relays: ReadonlyMap<string, VendorRelay>, { wanted }: LoadLedger): Check {
  const faults = [...relays].flatMap(([provider, { submissions }]) =>
    [...submissions].flatMap(([document, times]) => {
      const most = wanted.get(`${provider} ${document}`) ?? 0
      return times <= most ? [] : [`${provider} accepted ${document} ${times} times, for ${most} analyses`]
    }),
  )
  return { title: 'no vendor was given a document more often than analyses of it were started', faults }
}

export function describeCheck({ title, faults }: Check): string {
  const quoted = faults.slice(0, mostQuoted).map(fault => `       ${fault}\n`)
  const rest = faults.length > mostQuoted ? `       and ${faults.length - mostQuoted} more\n` : ''
  return `${faults.length === 0 ? 'holds' : 'FAILS'}  ${title}\n${quoted.join('')}${rest}`
}
