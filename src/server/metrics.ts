import { Counter, Gauge, Histogram, Registry } from 'prom-client'

/** Metrics for Prometheus. Labels are names from this code, never a caller's input. */
export interface Metrics {
  httpRequest(method: string, route: string, status: number, ms: number): void
  graphqlOperation(type: string, outcome: 'ok' | 'errors'): void
  /** WebSockets and event streams. */
  sockets(change: 1 | -1): void
  subscriptions(change: 1 | -1): void
  /** `outcome` is `ok` or an error code. */
  providerCall(provider: string, operation: string, outcome: string, ms: number): void
  job(name: string, outcome: 'completed' | 'failed', ms: number): void
  /** How far the clock of this machine is ahead of the database's. */
  clockAhead(ms: number): void
  /** In Prometheus' text format. */
  render(): Promise<{ readonly contentType: string; readonly text: string }>
}

const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60]

export function createMetrics(): Metrics {
  const registry = new Registry()
  const registers = [registry]
  const requests = new Histogram({
    name: 'assay_http_request_duration_seconds',
    help: 'Time from the head of a request to the end of its answer.',
    labelNames: ['method', 'route', 'status'],
    buckets: seconds,
    registers,
  })
  const operations = new Counter({
    name: 'assay_graphql_operations_total',
    help: 'GraphQL operations answered, by kind and whether the answer had errors.',
    labelNames: ['type', 'outcome'],
    registers,
  })
  const sockets = new Gauge({ name: 'assay_sockets_open', help: 'WebSockets and event streams open now.', registers })
  const subscriptions = new Gauge({ name: 'assay_subscriptions_open', help: 'Subscriptions open now.', registers })
  const providerCalls = new Histogram({
    name: 'assay_provider_call_duration_seconds',
    help: 'Time a provider took to answer, by operation and outcome.',
    labelNames: ['provider', 'operation', 'outcome'],
    buckets: seconds,
    registers,
  })
  const jobs = new Histogram({
    name: 'assay_job_duration_seconds',
    help: 'Time background jobs took, by outcome.',
    labelNames: ['name', 'outcome'],
    buckets: seconds,
    registers,
  })
  const clock = new Gauge({
    name: 'assay_clock_ahead_seconds',
    help: 'How far the clock of this machine is ahead of that of the database; negative when it is behind.',
    registers,
  })
  registry.registerMetric(
    new Gauge({
      name: 'process_resident_memory_bytes',
      help: 'Memory of the whole process.',
      registers: [],
      collect() {
        this.set(process.memoryUsage.rss())
      },
    }),
  )
  return {
    httpRequest: (method, route, status, ms) => requests.observe({ method, route, status }, ms / 1000),
    graphqlOperation: (type, outcome) => operations.inc({ type, outcome }),
    sockets: change => sockets.inc(change),
    subscriptions: change => subscriptions.inc(change),
    providerCall: (provider, operation, outcome, ms) =>
      providerCalls.observe({ provider, operation, outcome }, ms / 1000),
    job: (name, outcome, ms) => jobs.observe({ name, outcome }, ms / 1000),
    clockAhead: ms => clock.set(ms / 1000),
    render: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
  }
}
