import type { Logger } from 'pino'
import { blobPrefixOf } from '../documents/blob-key.ts'
import type { BlobStore } from '../documents/blob-store.ts'
import { discardBlob } from '../documents/discard-blob.ts'
import type { Erasures } from '../domain/commands.ts'
import type { RequestContext } from '../domain/request-context.ts'
import { analysisSubject, bankUserSubject, shipmentSubject } from '../domain/subject.ts'
import { AppError } from '../errors.ts'
import type { NewEvent } from '../events/append-events.ts'
import type { ChangingDatabase } from '../events/change.ts'
import type { ProviderRegistry } from '../providers/registry.ts'
import { lockApplicantForErasure } from '../store/applicant-locks.ts'
import {
  deleteApplicant,
  type ErasableRows,
  findFreedReferences,
  forgetWebhookReferences,
  lockErasableRows,
  type OpenAnalysis,
} from '../store/erasure-rows.ts'
import { insertErasure, readErasure } from '../store/erasures.ts'
import { findUnownedBlobs } from '../store/unowned-blobs.ts'
import { eraseAtProviders } from './erase-at-providers.ts'
import { referencesByProvider } from './references-by-provider.ts'
import { toRemainders } from './to-remainders.ts'

export interface ErasuresDeps {
  readonly database: ChangingDatabase
  readonly blobs: BlobStore
  readonly providers: Pick<ProviderRegistry, 'client'>
  readonly logger: Logger
}

/**
 * Erases applicants. One transaction deletes every row, cancels running work and writes the events. After it, the bytes
 * are deleted, and then vendors are asked to delete. A failure after the transaction stays recorded and is tried again.
 */
export function createErasures(deps: ErasuresDeps): Erasures {
  const { database, logger } = deps
  return {
    async erase(context, { applicantId }) {
      const { tenant } = context
      const erased = await eraseRows(deps, context, applicantId)
      const record = await readErasure(database, context, applicantId)
      if (!record) throw new AppError('NOT_FOUND', 'There is no such applicant.', { field: ['applicantId'] })
      if (erased) await forgetTraces(deps, context, erased)
      for (const key of record.blobKeys) await discardBlob(deps, tenant, key)
      const failures = await eraseAtProviders(deps, context, applicantId, record.traces)
      const left = await readErasure(database, context, applicantId)
      const remaining = left ? toRemainders(left, failures) : []
      logger.info({ ...context, applicantId, remaining: remaining.length }, 'applicant erased')
      return { complete: remaining.length === 0, remaining }
    },
  }
}

/** @returns what was deleted; null when the applicant did not exist */
async function eraseRows(
  { database }: ErasuresDeps,
  context: RequestContext,
  applicantId: string,
): Promise<ErasableRows | null> {
  const { tenant } = context
  return database.change(context, 'REQUEST', async change => {
    const { tx } = change
    if (!(await lockApplicantForErasure(tx, context, applicantId))) return null
    const rows = await lockErasableRows(tx, tenant, applicantId)
    await deleteApplicant(change, applicantId, rows)
    for (const [providerId, references] of referencesByProvider(rows.traces))
      await forgetWebhookReferences(tx, providerId, await findFreedReferences(tx, providerId, references))
    await insertErasure(change, applicantId, rows)
    for (const analysis of rows.openAnalyses) {
      change.finish(analysisSubject(analysis.id))
      change.emit(toCancellation(analysis, applicantId))
    }
    for (const user of rows.bankUsers) change.finish(bankUserSubject(user))
    for (const id of rows.shipmentIds) change.finish(shipmentSubject(id))
    change.emit({ type: 'APPLICANT_ERASED', applicantId })
    return rows
  })
}

function toCancellation({ id, caseId, version }: OpenAnalysis, applicantId: string): NewEvent {
  return {
    type: 'ANALYSIS_CANCELLED',
    applicantId,
    caseId,
    analysisId: id,
    analysisStatus: 'CANCELLED',
    analysisStage: 'DONE',
    analysisVersion: version + 1,
  }
}

/** Deletes partly uploaded bytes. The caller does not wait for it. */
async function forgetTraces(deps: ErasuresDeps, { tenant }: RequestContext, rows: ErasableRows): Promise<void> {
  const { database, blobs, logger } = deps
  const prefixes = rows.documentIds.map(id => blobPrefixOf(tenant, id))
  try {
    const unfinished = await findUnownedBlobs(database, tenant, prefixes)
    // The blobs stay recorded as unowned: the upload that is still running, or the sweep, deletes what is written later.
    for (const key of unfinished.filter(key => !rows.blobKeys.includes(key))) await blobs.delete(key)
  } catch (error) {
    logger.warn({ err: error, tenant }, 'traces of an erased applicant are left to the sweep')
  }
}
