import { z } from 'zod'
import { createInputReader } from '../../../simulation/read-json.ts'
import { VendorError } from './vendor-error.ts'

const analyseType = z.enum(['decision', 'explanation', 'share_link'])

export type AnalyseType = z.infer<typeof analyseType>

/**
 * The field `payload`. Source: https://app.finovox.com/docs/public/case_analysis/api-reference/advanced-usage
 * ASSUMED: a use case may be left out; `access` may be another word than `public`; other members are refused.
 */
const casePayload = z
  .strictObject({
    analyse_type: z
      .array(analyseType)
      .min(1)
      .default((): AnalyseType[] => ['decision']),
    use_case: z.string().trim().min(1).optional(),
    share_link_settings: z.strictObject({ access: z.string().regex(/^[a-z_]+$/), password: z.string() }).optional(),
    asynchronous: z.boolean().default(false),
  })
  .refine(
    payload => payload.share_link_settings === undefined || payload.analyse_type.includes('share_link'),
    'share_link_settings needs share_link in analyse_type.',
  )

export type CasePayload = z.infer<typeof casePayload>

/** @throws VendorError 422 with each member at fault */
export const { readJson, parseJson } = createInputReader(
  errors =>
    new VendorError(
      422,
      Object.entries(errors).flatMap(([member, messages]) => messages.map(msg => ({ loc: ['body', member], msg }))),
    ),
)

/** @throws VendorError 422 */
export function parseCasePayload(text: string): CasePayload {
  return parseJson(text, casePayload)
}
