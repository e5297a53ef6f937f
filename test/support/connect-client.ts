import { pino } from 'pino'
import type { JsonValue } from '../../src/domain/json.ts'
import { createBudgetGates, createMemoryGateStore } from '../../src/http/budget-gates.ts'
import { createProviderHttp } from '../../src/http/create-provider-http.ts'
import type { ProviderHttp } from '../../src/http/provider-http.ts'
import { sleep } from '../../src/http/sleep.ts'
import type { AnalysisDriver, Progress, SubmissionJob } from '../../src/providers/analysis-driver.ts'
import type { Findings } from '../../src/providers/findings.ts'
import type { ConfiguredProvider, Environment, Provider, ProviderClient } from '../../src/providers/provider.ts'
import { neverAborted } from '../support/never-aborted.ts'

export interface ConnectedClient {
  readonly configured: ConfiguredProvider
  readonly client: ProviderClient
  readonly driver: AnalysisDriver
  readonly http: ProviderHttp
  close(): Promise<void>
}

/** A provider with these variables, connected over real HTTP. @returns the driver of its first product */
export function connectClient(provider: Provider, variables: Environment, now: () => Date): ConnectedClient {
  const logger = pino({ level: 'silent' })
  const configured = provider.settings.parse(variables)
  const { baseUrl, account } = configured
  const gates = createBudgetGates({ store: createMemoryGateStore(now), sleep })
  const { id, budgets, products } = provider
  const http = createProviderHttp({ provider: id, baseUrl, accountKey: 'account', budgets, gates, now, logger })
  const [product] = products
  const client = account?.connect({ http, now, logger, pollSpeedup: 1 })
  const driver = product && client?.products[product]
  if (!driver) throw new Error('There is no driver.')
  return { configured, client, driver, http, close: () => http.close() }
}

/** Takes all steps of a submission. @returns the checkpoint, as read from a database */
export async function submitAll(
  driver: AnalysisDriver,
  job: SubmissionJob,
  from: JsonValue = null,
): Promise<JsonValue> {
  for (let checkpoint = from; ; ) {
    const step = await driver.submit(job, checkpoint)
    checkpoint = stored(step.checkpoint)
    if (step.kind === 'submitted') return checkpoint
  }
}

/** Checks once. @returns the progress and the new checkpoint */
export async function checkOnce(
  driver: AnalysisDriver,
  checkpoint: JsonValue,
): Promise<{ readonly progress: Progress; readonly checkpoint: JsonValue }> {
  const progress = await driver.check(checkpoint, { signal: neverAborted })
  return { progress, checkpoint: progress.learnt ? stored(progress.learnt.checkpoint) : checkpoint }
}

export async function collectAll(
  driver: AnalysisDriver,
  { documents }: SubmissionJob,
  checkpoint: JsonValue,
): Promise<readonly Findings[]> {
  const job = { analysisId: 'ana_1', documents: documents.map(one => one.document), signal: neverAborted }
  return Array.fromAsync(driver.collect(job, checkpoint))
}

/** The checkpoint of a step, as read from a database. */
export function storedOf({ checkpoint }: { readonly checkpoint: JsonValue }): JsonValue {
  return stored(checkpoint)
}

/** A checkpoint as read from a database. */
export function stored(checkpoint: JsonValue): JsonValue {
  return JSON.parse(JSON.stringify(checkpoint))
}
