import type { Readable } from 'node:stream'
import type { Logger } from 'pino'
import type { SecretBox } from '../auth/secret-box.ts'
import type { EventSource } from '../domain/activity-event.ts'
import type { JsonValue } from '../domain/json.ts'
import type { RequestContext } from '../domain/request-context.ts'
import type { TenantId } from '../domain/tenant.ts'
import type { Change, ChangingDatabase } from '../events/change.ts'
import type { ResultDriver } from '../providers/analysis-driver.ts'
import type { ProviderRegistry } from '../providers/registry.ts'
import type { AnalysisState } from '../store/analysis-life.ts'
import type { Pace } from '../work/back-off.ts'
import type { Claim } from '../work/handler.ts'
import type { ReadBanks } from './check-bank-names.ts'
import type { Check } from './check-together.ts'

/** Dependencies of the analysis handler. */
export interface WorkerDeps extends Pace {
  readonly database: ChangingDatabase
  readonly providers: Pick<ProviderRegistry, 'client' | 'accountKey' | 'order'>
  readonly check: Check
  /** The stored bytes of a document, checked against their digest while they are read. */
  readonly openDocument: (tenant: TenantId, documentId: string) => Promise<Readable>
  readonly readBanks: ReadBanks
  readonly secretBox: SecretBox
  readonly now: () => Date
  readonly logger: Logger
}

/** One look at an analysis, with its claim. */
export interface AnalysisLook {
  readonly deps: WorkerDeps
  readonly context: RequestContext
  readonly claim: Claim
  readonly state: AnalysisState
  readonly driver: ResultDriver
  readonly checkpoint: JsonValue
  /** Consecutive looks that found nothing new. */
  readonly idleLooks: number
}

/** Runs a unit of work of a look. */
export function changeIn<Result>(
  { deps, context, claim }: Pick<AnalysisLook, 'deps' | 'context' | 'claim'>,
  work: (change: Change) => Promise<Result>,
  via: EventSource = claim.via,
): Promise<Result> {
  return deps.database.change(context, via, work)
}
