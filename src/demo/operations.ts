import { z } from 'zod'
import { DemoFailure } from './demo-failure.ts'
import { createOperation } from './operation.ts'

// The operations that a frontend needs to start and follow an analysis.

const userErrors = z.array(z.object({ code: z.string(), message: z.string(), field: z.array(z.string()).nullable() }))
const withId = z.object({ id: z.string() })

const eventSchema = z.object({
  cursor: z.string(),
  sequence: z.int(),
  type: z.string(),
  via: z.string(),
  analysis: z.object({ product: z.string() }).nullable(),
  bankLogin: z.object({ bank: z.object({ name: z.string() }) }).nullable(),
  analysisStatus: z.string().nullable(),
  analysisStage: z.string().nullable(),
})
export type HeardEvent = z.infer<typeof eventSchema>

/** A mutation, whose data are its payload. Reading them throws DemoFailure with the user errors, if there are any. */
function createMutation<Payload extends z.ZodRawShape>(name: string, payload: Payload) {
  const title = `${name.charAt(0).toUpperCase()}${name.slice(1)}`
  const done = z.object({ ...payload, userErrors }).describe(`${name}(input: $input)`)
  const { document } = createOperation(`mutation ${title}($input: ${title}Input!)`, z.object({ done }))
  const data = z
    .object({ done: z.looseObject({ userErrors }) })
    .transform(({ done: { userErrors: refusals, ...members } }) => {
      if (refusals.length > 0) throw new DemoFailure(`The server refuses: ${refusals.map(toSentence).join(' ')}`)
      return z.object(payload).parse(members)
    })
  return { document, data }
}

function toSentence({ code, message, field }: z.infer<typeof userErrors>[number]): string {
  return `${message} (${field ? `${code} at ${field.join('.')}` : code})`
}

export const dataProviders = createOperation(
  'query DataProviders',
  z.object({
    dataProviders: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        enabled: z.boolean(),
        products: z.array(z.string()),
        capabilities: z.array(z.string()),
      }),
    ),
  }),
)

export const createApplicant = createMutation('createApplicant', {
  applicant: z.object({ id: z.string(), events: z.object({ edges: z.array(z.object({ node: eventSchema })) }) }),
})

export const openCase = createMutation('openCase', { case: withId })

export const createDocumentUpload = createMutation('createDocumentUpload', {
  document: withId,
  upload: z.object({
    url: z.string(),
    method: z.string(),
    headers: z.array(z.object({ name: z.string(), value: z.string() })),
  }),
})

export const startAnalysis = createMutation('startAnalysis', { analysis: withId })

export const connectBank = createMutation('connectBank', { redirectUrl: z.string() })

export const events = createOperation(
  'subscription Events($filter: EventFilter, $after: Cursor)',
  z.object({ events: eventSchema.describe('events(filter: $filter, after: $after)') }),
)

const analysisSchema = z.object({
  id: z.string(),
  product: z.string(),
  provider: z.object({ name: z.string() }),
  status: z.string(),
  version: z.int(),
  error: z.object({ code: z.string(), userMessage: z.string(), retryable: z.boolean() }).nullable(),
  action: z.object({ type: z.string() }).nullable(),
})
export type SeenAnalysis = z.infer<typeof analysisSchema>

export const analysisUpdated = createOperation(
  'subscription AnalysisUpdated($id: ID!)',
  z.object({ analysisUpdated: analysisSchema.describe('analysisUpdated(id: $id)') }),
)
