import type { Readable } from 'node:stream'
import type { Logger } from 'pino'
import type { SecretBox } from '../auth/secret-box.ts'
import type { TenantId } from '../domain/tenant.ts'
import type { AppendEvents } from '../events/append-events.ts'
import type { ProviderRegistry } from '../providers/registry.ts'
import type { Database } from '../store/database.ts'
import type { Check } from './check-together.ts'
import type { Jobs } from './jobs.ts'

/** What taking an analysis further needs. */
export interface WorkerDeps {
  readonly database: Database
  readonly appendEvents: AppendEvents
  readonly providers: Pick<ProviderRegistry, 'client' | 'accountKey'>
  readonly jobs: Pick<Jobs, 'send'>
  readonly check: Check
  /** The stored bytes of a document, checked against their digest while they are read. */
  readonly openDocument: (tenant: TenantId, documentId: string) => Promise<Readable>
  readonly secretBox: SecretBox
  readonly now: () => Date
  readonly random: () => number
  /** Divides our own waiting, never a vendor's wish. */
  readonly pollSpeedup: number
  readonly logger: Logger
}
