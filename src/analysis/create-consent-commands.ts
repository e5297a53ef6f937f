import { z } from 'zod'
import type { RedirectPolicy } from '../auth/redirect-policy.ts'
import type { ConsentCommands, RequestConsent } from '../domain/commands.ts'
import { createId } from '../domain/ids.ts'
import type { TenantId } from '../domain/tenant.ts'
import { textBounds } from '../domain/text-bounds.ts'
import { AppError } from '../errors.ts'
import { chooseOffer } from '../providers/capability.ts'
import { holdApplicantOfCase } from '../store/applicant-locks.ts'
import { insertConsent } from '../store/consents.ts'
import { canonicalJson, createOnce, withoutNulls } from '../store/idempotency.ts'
import type { invitationSchema } from './analysis-origins.ts'
import type { AnalysisCommandsDeps } from './create-analysis-commands.ts'
import { queueAnalysis } from './queue-analysis.ts'

export interface ConsentCommandsDeps extends AnalysisCommandsDeps {
  readonly redirects: RedirectPolicy
}

type Invitation = z.infer<typeof invitationSchema>

/**
 * The commands for consents. A worker makes the invitation like any submission: under a claim, announced before and
 * stored after. A request could be interrupted between the vendor's answer and storing it, and as no vendor accepts
 * idempotency keys, the invitation would then be lost; a worker's checkpoint shows that it may exist.
 */
export function createConsentCommands(deps: ConsentCommandsDeps): ConsentCommands {
  const { database, providers, secretBox, redirects } = deps
  return {
    async request(context, { idempotencyKey, ...input }) {
      const { tenant } = context
      const invitation = readInvitation(redirects, tenant, input)
      return database.change(context, 'REQUEST', async change => {
        const { tx } = change
        const request = {
          operation: 'requestConsent',
          key: idempotencyKey ?? null,
          input: secretBox.fingerprint(canonicalJson(withoutNulls(input))),
        }
        const { id } = await createOnce(change, request, async () => {
          const applicantId = await holdApplicantOfCase(tx, context, input.caseId)
          if (applicantId === null) throw new AppError('NOT_FOUND', 'There is no such case.', { field: ['caseId'] })
          const { providerId, driver } = chooseOffer(providers, tenant, {
            wanted: 'consents',
            provider: input.provider ?? null,
          })
          const consentId = createId('consent')
          const sealedInvitation = secretBox.seal(JSON.stringify(invitation))
          const analysis = {
            caseId: input.caseId,
            applicantId,
            origin: 'CONSENT',
            product: 'STATEMENT_EXTRACTION',
            providerId,
            providerNamed: input.provider != null,
            retryOfId: null,
            // The deadline of making the invitation. Then the invitation's expiry applies.
            deadlineMs: driver.deadlineMs,
            documents: [],
            options: {},
          } as const
          const analysisId = await queueAnalysis(change, providers, analysis)
          await insertConsent(tx, tenant, { id: consentId, analysisId, sealedInvitation })
          return consentId
        })
        return id
      })
    },
  }
}

/** Control characters could break the e-mail or page that contains the name. */
const nameSchema = z
  .string()
  .trim()
  .min(1)
  .max(textBounds.customerName)
  .regex(/^\P{Cc}*$/u)
const emailSchema = z.email().max(textBounds.emailAddress)

/** @throws AppError BAD_USER_INPUT, REDIRECT_NOT_ALLOWED, without the input, which is personal data */
function readInvitation(redirects: RedirectPolicy, tenant: TenantId, input: RequestConsent): Invitation {
  const name = nameSchema.safeParse(input.customerName)
  if (!name.success)
    throw new AppError('BAD_USER_INPUT', 'A name has 1 to 200 characters and no control characters.', {
      field: ['customerName'],
    })
  const email = emailSchema.nullable().safeParse(input.customerEmail ?? null)
  if (!email.success)
    throw new AppError('BAD_USER_INPUT', 'This is not an e-mail address.', { field: ['customerEmail'] })
  const redirectUrl = input.redirectUrl == null ? null : redirects.toAllowed(tenant, input.redirectUrl, ['redirectUrl'])
  return { customer: { name: name.data, email: email.data }, redirectUrl }
}
