import type { CompanyRegistration } from '../domain/applicant.ts'
import type { Intake } from '../domain/commands.ts'
import { createId } from '../domain/ids.ts'
import { requireWholeTenant } from '../domain/reach.ts'
import { AppError } from '../errors.ts'
import type { ChangingDatabase } from '../events/change.ts'
import { holdApplicant, noSuchApplicant, requireApplicant } from '../store/applicant-locks.ts'
import { readApplicants } from '../store/applicants.ts'
import { createOnce } from '../store/idempotency.ts'
import { changeApplicant, insertApplicant, insertCase } from '../store/intake-rows.ts'

export interface IntakeDeps {
  readonly database: ChangingDatabase
}

/** Commands that create and change applicants and cases. */
export function createIntake({ database }: IntakeDeps): Intake {
  return {
    async createApplicant(context, { idempotencyKey, ...input }) {
      requireWholeTenant(context)
      if (input.reference === '')
        throw new AppError('BAD_USER_INPUT', 'A reference cannot be empty. If you leave it out, Assay makes one.', {
          field: ['reference'],
        })
      const { kind, reference = null, displayName = null } = input
      const registration = normaliseRegistration(input.registration ?? null)
      return database.change(context, 'REQUEST', async change => {
        const { tx, at } = change
        const asked = { kind, reference, displayName, registration }
        const request = { operation: 'createApplicant', key: idempotencyKey ?? null, input: asked }
        const { id } = await createOnce(change, request, async () => {
          const applicantId = createId('applicant')
          const applicant = {
            id: applicantId,
            reference: reference ?? applicantId,
            kind,
            displayName,
            registration,
          }
          if (!(await insertApplicant(tx, context.tenant, applicant, at)))
            throw new AppError('CONFLICT', 'Another applicant has this reference. References are unique.', {
              field: ['reference'],
            })
          change.emit({ type: 'APPLICANT_CREATED', applicantId })
          return applicantId
        })
        return id
      })
    },

    async updateApplicant(context, { applicantId, ...changes }) {
      return database.change(context, 'REQUEST', async change => {
        const { tx, at } = change
        const isHeld = await holdApplicant(tx, context, applicantId)
        const [applicant] = isHeld ? await readApplicants(tx, context, [applicantId]) : []
        if (!applicant) throw noSuchApplicant()
        const { displayName = applicant.displayName, registration = applicant.registration } = changes
        const changed = { displayName, registration: normaliseRegistration(registration) }
        await changeApplicant(tx, context.tenant, { ...applicant, ...changed }, at)
        return applicantId
      })
    },

    async openCase(context, { idempotencyKey, ...input }) {
      const { applicantId, reference = null, useCase = null, declared = null } = input
      return database.change(context, 'REQUEST', async change => {
        const { tx, at } = change
        const asked = { applicantId, reference, useCase, declared }
        const request = { operation: 'openCase', key: idempotencyKey ?? null, input: asked }
        const { id } = await createOnce(change, request, async () => {
          await requireApplicant(tx, context, applicantId)
          const caseId = createId('case')
          const opened = { id: caseId, applicantId, reference, useCase, declared }
          await insertCase(tx, context.tenant, opened, at)
          change.emit({ type: 'CASE_OPENED', applicantId, caseId })
          return caseId
        })
        return id
      })
    },
  }
}

/** Removes spaces and dots, with which some people write register numbers. */
function normaliseRegistration(registration: CompanyRegistration | null): CompanyRegistration | null {
  if (registration === null) return null
  const value = registration.scheme === 'OTHER' ? registration.value.trim() : registration.value.replace(/[\s.]/g, '')
  if (value === '')
    throw new AppError('BAD_USER_INPUT', 'The register number is empty.', { field: ['registration', 'value'] })
  return { scheme: registration.scheme, value }
}
