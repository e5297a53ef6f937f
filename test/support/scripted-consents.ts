import type { JsonValue } from '../../src/domain/json.ts'
import { AppError } from '../../src/errors.ts'
import type { ConsentJob, Progress, SubmissionStep } from '../../src/providers/analysis-driver.ts'
import type { Findings } from '../../src/providers/findings.ts'

/** The state of a statement that the customer shared. */
export type SharedState = 'running' | 'ready' | 'failed'

/** A vendor in memory that invites customers and records its calls. Its ids are `consent-1`, `statement-1` and so on. */
export function createScriptedConsents(end: Date | null = null) {
  const invited: Pick<ConsentJob, 'customer' | 'redirectUrl'>[] = []
  const shared = new Map<string, SharedState>()
  const checkedAt: number[] = []
  const refusals: AppError[] = []
  const errors: AppError[] = []

  const scripted = {
    deadlineMs: 24 * 3_600_000,
    polling: { firstMs: 5_000, maxMs: 60_000 },
    waiting: { firstMs: 20_000, maxMs: 600_000, longestMs: 30 * 86_400_000 },
    /** The invited customers with their return addresses. */
    invited,
    /** The shared statements by the id of the invitation. */
    shared,
    /** The expiry of its invitations. */
    expiresAt: end,
    /** The errors of the next invitations. */
    refusals,
    /** The errors of the next checks. */
    errors,
    /** Called between the look and the answer. */
    duringCheck: async () => {},
    /** The times of the checks. */
    checkedAt,
    now: () => new Date(0),

    async submit({ customer, redirectUrl }: ConsentJob, checkpoint: JsonValue): Promise<SubmissionStep> {
      if (checkpoint === null) return { kind: 'continue', checkpoint: 'announced' }
      const refusal = scripted.refusals.shift()
      if (refusal) return { kind: 'postponed', checkpoint: null, error: refusal }
      invited.push({ customer, redirectUrl })
      const id = `consent-${invited.length}`
      return {
        kind: 'action-required',
        checkpoint: { id, expiresAt: scripted.expiresAt?.toISOString() ?? null, statement: null },
        action: actionOf(id, scripted.expiresAt),
        references: [id],
        providerReference: id,
      }
    },

    async check(checkpoint: JsonValue): Promise<Progress> {
      checkedAt.push(scripted.now().getTime())
      const error = scripted.errors.shift()
      if (error) throw error
      const { id, statement } = read(checkpoint)
      const state = shared.get(id)
      await scripted.duringCheck()
      if (!state) return { kind: 'action-required', action: actionOf(id, scripted.expiresAt), providerStage: null }
      const reference = id.replace('consent', 'statement')
      const learnt =
        statement === null ? { checkpoint: { id, statement: reference }, references: [reference] } : undefined
      const news = learnt && { learnt }
      if (state === 'running')
        return { kind: 'running', stage: 'EXTRACTING', providerStage: 'Processing', retryAfterMs: null, ...news }
      if (state === 'failed')
        return { kind: 'failed', error: new AppError('PROVIDER_REJECTED', 'unreadable'), documents: [], ...news }
      return { kind: 'ready', outcome: 'COMPLETED', providerStage: 'Completed', documents: [], ...news }
    },

    async *collect(_job: unknown, checkpoint: JsonValue): AsyncIterable<Findings> {
      const { statement } = read(checkpoint)
      if (statement === null) throw new Error('The statement to collect was never found.')
      yield { assessments: [{ kind: 'AFFORDABILITY', providerReference: statement }] }
    },
  }
  return scripted
}

function actionOf(id: string, expiresAt: Date | null) {
  return { type: 'OPEN_URL', documentIds: [], url: `https://vendor.example/join/${id}`, expiresAt } as const
}

function read(checkpoint: JsonValue): { readonly id: string; readonly statement: string | null } {
  if (typeof checkpoint !== 'object' || checkpoint === null || !('id' in checkpoint)) throw new Error('no invitation')
  const { id, statement = null } = checkpoint
  return { id: String(id), statement: statement === null ? null : String(statement) }
}
