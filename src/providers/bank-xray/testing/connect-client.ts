import { pino } from 'pino'
import type { JsonValue } from '../../../domain/json.ts'
import { createBudgetGates, createMemoryGateStore } from '../../../http/budget-gates.ts'
import { createProviderHttp } from '../../../http/create-provider-http.ts'
import { sleep } from '../../../http/sleep.ts'
import type { AnalysisDriver, Progress, SubmissionJob } from '../../analysis-driver.ts'
import type { Findings } from '../../findings.ts'
import type { ConfiguredProvider, Environment } from '../../provider.ts'
import { bankXray } from '../provider.ts'

export interface ConnectedClient {
  readonly configured: ConfiguredProvider
  readonly driver: AnalysisDriver
  close(): Promise<void>
}

/** The provider with these variables, connected over real HTTP. */
export function connectClient(variables: Environment, now: () => Date): ConnectedClient {
  const logger = pino({ level: 'silent' })
  const configured = bankXray.settings.parse(variables)
  const { baseUrl, accountKey } = configured
  const gates = createBudgetGates({ store: createMemoryGateStore(now), sleep })
  const { id: provider, budgets } = bankXray
  const http = createProviderHttp({ provider, baseUrl, accountKey, budgets, gates, now, logger })
  const driver = configured.connect({ http, now, logger, pollSpeedup: 1 }).products.BANK_RISK
  if (!driver) throw new Error('There is no driver.')
  return { configured, driver, close: () => http.close() }
}

/** Takes a submission to its end. @returns the checkpoint, as a database gives it back */
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

/** Looks once. @returns what was seen, and the checkpoint it left */
export async function checkOnce(
  driver: AnalysisDriver,
  checkpoint: JsonValue,
): Promise<{ readonly progress: Progress; readonly checkpoint: JsonValue }> {
  const progress = await driver.check(checkpoint)
  return { progress, checkpoint: progress.learnt ? stored(progress.learnt.checkpoint) : checkpoint }
}

export async function collectAll(
  driver: AnalysisDriver,
  { documents }: SubmissionJob,
  checkpoint: JsonValue,
): Promise<readonly Findings[]> {
  const job = { analysisId: 'ana_1', documents: documents.map(one => one.document) }
  return Array.fromAsync(driver.collect(job, checkpoint))
}

export function stored(checkpoint: JsonValue): JsonValue {
  return JSON.parse(JSON.stringify(checkpoint))
}
