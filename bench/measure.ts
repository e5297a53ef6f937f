import type { BenchDatabase } from './bench-database.ts'
import type { BenchServer } from './bench-server.ts'
import type { Operation } from './operations.ts'
import { median, percentile } from './statistics.ts'

export interface Cell {
  readonly operation: Operation
  readonly concurrency: number
}

export interface Rhythm {
  readonly warmUpMs: number
  /** The time of each server within a round. */
  readonly turnMs: number
  readonly rounds: number
}

export interface Measurement {
  readonly server: string
  /** The values of each round. */
  readonly requestsPerSecond: readonly number[]
  readonly p50Ms: number
  readonly p99Ms: number
  /** The processor time of the server's process per request, which other work on the machine affects least. */
  readonly cpuMs: readonly number[]
  /** The same of the database's processes; NaN when they are not visible. */
  readonly databaseMs: readonly number[]
}

/** The compared servers, and the applicant of the queries. */
export interface Field {
  readonly servers: readonly BenchServer[]
  readonly database: Pick<BenchDatabase, 'cpuMs'>
  readonly applicantId: string
}

interface Turn {
  readonly requestsPerSecond: number
  readonly cpuMs: number
  readonly databaseMs: number
  readonly latenciesMs: readonly number[]
}

/** Loads the servers in turn in each round, so that changes on the machine affect all of them alike. */
export async function measure(
  { servers, database, applicantId }: Field,
  cell: Cell,
  rhythm: Rhythm,
): Promise<Measurement[]> {
  for (const server of servers) await keepAsking(server, applicantId, cell, rhythm.warmUpMs)
  const turns = new Map<BenchServer, Turn[]>(servers.map(server => [server, []]))
  for (let round = 0; round < rhythm.rounds; round++)
    for (const [server, own] of turns) {
      const before = await database.cpuMs()
      const turn = await keepAsking(server, applicantId, cell, rhythm.turnMs)
      const after = await database.cpuMs()
      const usedMs = [...after].reduce((sum, [pid, ms]) => sum + ms - (before.get(pid) ?? 0), 0)
      own.push({ ...turn, databaseMs: after.size === 0 ? Number.NaN : usedMs / turn.latenciesMs.length })
    }
  return servers.map(server => {
    const own = turns.get(server) ?? []
    const latencies = own.flatMap(turn => turn.latenciesMs).toSorted((a, b) => a - b)
    return {
      server: server.name,
      requestsPerSecond: own.map(turn => turn.requestsPerSecond),
      p50Ms: percentile(latencies, 0.5),
      p99Ms: percentile(latencies, 0.99),
      cpuMs: own.map(turn => turn.cpuMs),
      databaseMs: own.map(turn => turn.databaseMs),
    }
  })
}

/** Keeps a number of requests running for a time, then waits for the last ones, which count with their time. */
export async function keepAsking(
  server: BenchServer,
  applicantId: string,
  cell: Cell,
  ms: number,
): Promise<Omit<Turn, 'databaseMs'>> {
  const latenciesMs: number[] = []
  const cpuBefore = await server.cpuMs()
  const startedAt = performance.now()
  async function ask(): Promise<void> {
    let askedAt = performance.now()
    while (askedAt - startedAt < ms) {
      await server.ask(cell.operation, applicantId)
      const now = performance.now()
      latenciesMs.push(now - askedAt)
      askedAt = now
    }
  }
  await Promise.all(Array.from({ length: cell.concurrency }, ask))
  const seconds = (performance.now() - startedAt) / 1_000
  const cpuAfter = await server.cpuMs()
  const cpuMs = cpuBefore === null || cpuAfter === null ? Number.NaN : (cpuAfter - cpuBefore) / latenciesMs.length
  return { requestsPerSecond: latenciesMs.length / seconds, latenciesMs, cpuMs }
}

/** The median of the ratios of two servers' figures in each round. */
export function ratioOf(one: readonly number[], other: readonly number[]): number {
  return median(one.map((figure, round) => figure / (other[round] ?? Number.NaN)))
}
