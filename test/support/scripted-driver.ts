import type { JsonValue } from '../../src/domain/json.ts'
import { AppError } from '../../src/errors.ts'
import type {
  AnalysisDriver,
  Job,
  Progress,
  SubmissionJob,
  SubmissionStep,
} from '../../src/providers/analysis-driver.ts'
import type { Findings, StatementFinding, TransactionFinding } from '../../src/providers/findings.ts'

/** The vendor's answer to one check. */
export type ScriptedCheck =
  | { readonly kind: 'running'; readonly retryAfterMs?: number }
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly error: AppError }
  | { readonly kind: 'error'; readonly error: AppError }

/** A vendor in memory that accepts one upload, is ready unless scripted otherwise, and records its calls. */
export function createScriptedDriver() {
  const calls: string[] = []
  const accepted: string[] = []
  const passwords: (string | null)[] = []
  const checks: ScriptedCheck[] = []
  const times: number[] = []
  let atOnce = 0
  let uploaded = false

  const scripted = {
    accepts: { mediaTypes: ['application/pdf'], maxBytes: 1_000, maxDocuments: 3 },
    options: ['password'] as const,
    deadlineMs: 24 * 3_600_000,
    polling: { firstMs: 5_000, maxMs: 60_000 },
    calls,
    /** The vendor's id of the statement. */
    reference: 'vendor-1',
    /** The uploads that the vendor accepted. */
    accepted,
    passwords,
    checks,
    mostAtOnce: 0,
    wantsPassword: false,
    /** Kills the worker right after this call has reached the vendor (counted from one). */
    crashAtCall: 0,
    /** The number of collections that fail in the middle. */
    failCollecting: 0,
    whileCollecting: async () => {},
    duringSubmit: async () => {},
    duringCheck: async (_job?: Job) => {},
    /** The times of the checks. */
    checkedAt: times,
    now: () => new Date(0),

    async submit(job: SubmissionJob, checkpoint: JsonValue): Promise<SubmissionStep> {
      return alone('submit', async () => {
        const [document] = job.documents
        if (!document) throw new Error('no document')
        await scripted.duringSubmit()
        if (checkpoint === null) return { kind: 'continue', checkpoint: 'announced' }
        if (scripted.wantsPassword) {
          passwords.push(document.password)
          if (document.password !== 'open sesame')
            return {
              kind: 'action-required',
              checkpoint,
              action: { type: 'PROVIDE_PASSWORD', documentIds: [document.document.id], url: null, expiresAt: null },
            }
        }
        // An announced upload may have arrived, so it is looked up before it is repeated.
        if (!uploaded) accepted.push('upload')
        uploaded = true
        crash()
        return {
          kind: 'submitted',
          checkpoint: 'uploaded',
          references: [scripted.reference],
          providerReference: scripted.reference,
        }
      })
    },

    async check(_checkpoint: JsonValue, job?: Job): Promise<Progress> {
      return alone('check', async () => {
        await scripted.duringCheck(job)
        crash()
        const script = checks.shift() ?? { kind: 'ready' }
        switch (script.kind) {
          case 'running':
            return {
              kind: 'running',
              stage: 'EXTRACTING',
              providerStage: null,
              retryAfterMs: script.retryAfterMs ?? null,
            }
          case 'failed':
            return { kind: 'failed', error: script.error, documents: [] }
          case 'error':
            throw script.error
          case 'ready':
            return { kind: 'ready', outcome: 'COMPLETED', providerStage: 'Completed', documents: [] }
        }
      })
    },

    async *collect(job: Parameters<AnalysisDriver['collect']>[0]): AsyncIterable<Findings> {
      calls.push('collect')
      const documentId = job.documents[0]?.id ?? null
      yield {
        transactions: [
          movement(scripted.reference, documentId, '123456789012345.67', '2026-01-05'),
          movement(scripted.reference, documentId, '0.10', '2026-01-05'),
        ],
      }
      await scripted.whileCollecting()
      if (scripted.failCollecting-- > 0) throw new AppError('PROVIDER_BAD_RESPONSE', 'cut off')
      crash()
      yield { statements: [statement(scripted.reference, documentId)] }
      await scripted.whileCollecting()
      yield {
        transactions: [
          movement(scripted.reference, documentId, '0.10', '2026-01-05'),
          movement(scripted.reference, documentId, '-0.10', '2026-03-31'),
          movement(scripted.reference, documentId, '0.00', null),
        ],
      }
    },
  }

  function crash(): void {
    if (scripted.crashAtCall > 0 && calls.length >= scripted.crashAtCall) {
      scripted.crashAtCall = 0
      throw new WorkerKilled()
    }
  }

  async function alone<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
    calls.push(name)
    if (name === 'check') times.push(scripted.now().getTime())
    atOnce += 1
    scripted.mostAtOnce = Math.max(scripted.mostAtOnce, atOnce)
    try {
      return await work()
    } finally {
      atOnce -= 1
    }
  }

  return scripted
}

/** Stands for the end of the process. */
export class WorkerKilled extends Error {}

function movement(
  statementReference: string,
  documentId: string | null,
  amount: string,
  bookingDate: string | null,
): TransactionFinding {
  return {
    statementReference,
    documentId,
    status: 'BOOKED',
    amount,
    currency: 'EUR',
    bookingDate,
    description: 'Movement',
  }
}

function statement(reference: string, documentId: string | null): StatementFinding {
  return {
    reference,
    documentId,
    bankName: 'Test Bank',
    account: { accountNumber: '0123456789' },
    from: '2026-01-01',
    to: '2026-03-31',
    currency: 'EUR',
    openingBalance: '0.30',
    closingBalance: '123456789012346.07',
    transactionCount: 5,
  }
}
