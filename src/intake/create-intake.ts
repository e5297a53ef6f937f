import type { CompanyRegistration } from '../domain/applicant.ts'
import type { Intake } from '../domain/commands.ts'
import { createId } from '../domain/ids.ts'
import { AppError } from '../errors.ts'
import type { AppendEvents } from '../events/append-events.ts'
import { holdApplicant } from '../store/applicant-locks.ts'
import { readApplicants } from '../store/applicants.ts'
import type { Database } from '../store/database.ts'
import { createOnce } from '../store/idempotency.ts'
import { changeApplicant, insertApplicant, insertCase } from '../store/intake-rows.ts'

const longestText = 500
const largestDeclaration = 100_000

export interface IntakeDeps {
  readonly database: Database
  readonly appendEvents: AppendEvents
  readonly now: () => Date
}

/** Applicants and their cases: what everything else hangs on. */
export function createIntake({ database, appendEvents, now }: IntakeDeps): Intake {
  return {
    async createApplicant(context, { idempotencyKey, ...input }) {
      refuseLong(input.reference, ['reference'])
      refuseLong(input.displayName, ['displayName'])
      refuseLong(input.registration?.value, ['registration', 'value'])
      if (input.reference === '')
        throw new AppError('BAD_USER_INPUT', 'A reference cannot be empty. Leave it out to have one made.', {
          field: ['reference'],
        })
      return database.transaction(async tx => {
        const request = { operation: 'createApplicant', key: idempotencyKey ?? null, input }
        const { id } = await createOnce(tx, context, request, now(), async () => {
          const applicantId = createId('applicant')
          const applicant = {
            id: applicantId,
            reference: input.reference ?? applicantId,
            kind: input.kind,
            displayName: input.displayName ?? null,
            registration: normaliseRegistration(input.registration ?? null),
          }
          if (!(await insertApplicant(tx, context.tenant, applicant, now())))
            throw new AppError('CONFLICT', 'Another applicant has this reference. References are unique.', {
              field: ['reference'],
            })
          await appendEvents(tx, context, [{ type: 'APPLICANT_CREATED', via: 'REQUEST', applicantId }])
          return applicantId
        })
        return id
      })
    },

    async updateApplicant(context, { applicantId, ...changes }) {
      refuseLong(changes.displayName, ['displayName'])
      refuseLong(changes.registration?.value, ['registration', 'value'])
      return database.transaction(async tx => {
        const isHeld = await holdApplicant(tx, context.tenant, applicantId)
        const [applicant] = isHeld ? await readApplicants(tx, context.tenant, [applicantId]) : []
        if (!applicant) throw new AppError('NOT_FOUND', 'There is no such applicant.', { field: ['applicantId'] })
        const { displayName = applicant.displayName, registration = applicant.registration } = changes
        const changed = { displayName, registration: normaliseRegistration(registration) }
        await changeApplicant(tx, context.tenant, applicantId, changed, now())
        return applicantId
      })
    },

    async openCase(context, { idempotencyKey, ...input }) {
      refuseLong(input.reference, ['reference'])
      refuseLong(input.useCase, ['useCase'])
      if (JSON.stringify(input.declared ?? null).length > largestDeclaration)
        throw new AppError(
          'BAD_USER_INPUT',
          `What is declared may be ${largestDeclaration} characters of JSON at most.`,
          {
            field: ['declared'],
          },
        )
      return database.transaction(async tx => {
        const request = { operation: 'openCase', key: idempotencyKey ?? null, input }
        const { id } = await createOnce(tx, context, request, now(), async () => {
          const { applicantId } = input
          if (!(await holdApplicant(tx, context.tenant, applicantId)))
            throw new AppError('NOT_FOUND', 'There is no such applicant.', { field: ['applicantId'] })
          const caseId = createId('case')
          const { reference = null, useCase = null, declared = null } = input
          const opened = { id: caseId, applicantId, reference, useCase, declared }
          await insertCase(tx, context.tenant, opened, now())
          await appendEvents(tx, context, [{ type: 'CASE_OPENED', via: 'REQUEST', applicantId, caseId }])
          return caseId
        })
        return id
      })
    },
  }
}

/** Register numbers are written with spaces and points by some, and without by others. */
function normaliseRegistration(registration: CompanyRegistration | null): CompanyRegistration | null {
  if (registration === null) return null
  const value = registration.scheme === 'OTHER' ? registration.value.trim() : registration.value.replace(/[\s.]/g, '')
  if (value === '')
    throw new AppError('BAD_USER_INPUT', 'The register number is empty.', { field: ['registration', 'value'] })
  return { scheme: registration.scheme, value }
}

function refuseLong(text: string | null | undefined, field: readonly string[]): void {
  if ((text?.length ?? 0) <= longestText) return
  throw new AppError('BAD_USER_INPUT', `At most ${longestText} characters are kept.`, { field })
}
