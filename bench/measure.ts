import type { BenchServer } from './bench-server.ts'
import type { Operation } from './operations.ts'
import { median, percentile } from './statistics.ts'

export interface Cell {
  readonly operation: Operation
  readonly concurrency: number
}

export interface Rhythm {
  readonly warmUpMs: number
  /** Each server's turn within a round. */
  readonly turnMs: number
  readonly rounds: number
}

export interface Measurement {
  readonly server: string
  /** Of each round. */
  readonly requestsPerSecond: readonly number[]
  readonly p50Ms: number
  readonly p99Ms: number
  /** Processor time of the server's process per request: what other work on the machine disturbs least. */
  readonly cpuMs: readonly number[]
}

interface Turn {
  readonly requestsPerSecond: number
  readonly cpuMs: number
  readonly latenciesMs: readonly number[]
}

/** Loads the servers in turn, round after round, so that whatever drifts on the machine hits all of them alike. */
export async function measure(
  servers: readonly BenchServer[],
  applicantId: string,
  cell: Cell,
  rhythm: Rhythm,
): Promise<Measurement[]> {
  for (const server of servers) await keepAsking(server, applicantId, cell, rhythm.warmUpMs)
  const turns = new Map<BenchServer, Turn[]>(servers.map(server => [server, []]))
  for (let round = 0; round < rhythm.rounds; round++)
    for (const [server, own] of turns) own.push(await keepAsking(server, applicantId, cell, rhythm.turnMs))
  return servers.map(server => {
    const own = turns.get(server) ?? []
    const latencies = own.flatMap(turn => turn.latenciesMs).toSorted((a, b) => a - b)
    return {
      server: server.name,
      requestsPerSecond: own.map(turn => turn.requestsPerSecond),
      p50Ms: percentile(latencies, 0.5),
      p99Ms: percentile(latencies, 0.99),
      cpuMs: own.map(turn => turn.cpuMs),
    }
  })
}

/** Keeps so many requests under way for a time, then waits for those that still are: they count too, and so does the time they take. */
export async function keepAsking(server: BenchServer, applicantId: string, cell: Cell, ms: number): Promise<Turn> {
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

/** How many times as many requests a second the first one answers: the median of the rounds' own ratios. */
export function ratioOf(one: Measurement, other: Measurement): number {
  return median(one.requestsPerSecond.map((rate, round) => rate / (other.requestsPerSecond[round] ?? Number.NaN)))
}
