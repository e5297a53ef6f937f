import type { JsonValue } from '../../src/domain/json.ts'
import { AppError } from '../../src/errors.ts'
import type { ConsentJob, Progress, SubmissionStep } from '../../src/providers/analysis-driver.ts'
import type { Findings } from '../../src/providers/findings.ts'

/** How far the vendor is with what the customer handed to it. */
export type SharedState = 'running' | 'ready' | 'failed'

/** A vendor in memory that invites customers, and notes what it is asked. Its ids are `consent-1`, `statement-1` and so on. */
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
    /** Whom it invited, and where it sends them. */
    invited,
    /** What customers handed over, by the id of the invitation. */
    shared,
    /** Until when its invitations are good. */
    expiresAt: end,
    /** The next invitations are not made for these reasons. */
    refusals,
    /** The next questions are answered with these errors. */
    errors,
    duringInvitation: async () => {},
    /** After it has looked, before it answers. */
    duringCheck: async () => {},
    /** When it was asked how far a consent is. */
    checkedAt,
    now: () => new Date(0),

    async submit({ customer, redirectUrl }: ConsentJob, checkpoint: JsonValue): Promise<SubmissionStep> {
      if (checkpoint === null) return { kind: 'continue', checkpoint: 'announced' }
      const refusal = scripted.refusals.shift()
      if (refusal) return { kind: 'postponed', checkpoint: null, error: refusal }
      invited.push({ customer, redirectUrl })
      const id = `consent-${invited.length}`
      await scripted.duringInvitation()
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
      if (statement === null) throw new Error('What is to be collected was never found.')
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
