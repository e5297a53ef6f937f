import { z } from 'zod'
import type { Operation } from './api-client.ts'

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
const eventFields =
  'cursor sequence type via analysis { product } bankLogin { bank { name } } analysisStatus analysisStage'

export const dataProviders = {
  document: 'query DataProviders { dataProviders { id name enabled products capabilities } }',
  data: z.object({
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
} satisfies Operation<unknown>

export const createApplicant = {
  document: `mutation CreateApplicant($input: CreateApplicantInput!) {
    createApplicant(input: $input) {
      applicant { id events { edges { node { ${eventFields} } } } }
      userErrors { code message field }
    }
  }`,
  data: z.object({
    createApplicant: z.object({
      applicant: z
        .object({ id: z.string(), events: z.object({ edges: z.array(z.object({ node: eventSchema })) }) })
        .nullable(),
      userErrors,
    }),
  }),
} satisfies Operation<unknown>

export const openCase = {
  document: `mutation OpenCase($input: OpenCaseInput!) {
    openCase(input: $input) { case { id } userErrors { code message field } }
  }`,
  data: z.object({ openCase: z.object({ case: withId.nullable(), userErrors }) }),
} satisfies Operation<unknown>

export const createDocumentUpload = {
  document: `mutation CreateDocumentUpload($input: CreateDocumentUploadInput!) {
    createDocumentUpload(input: $input) {
      document { id }
      upload { url method headers { name value } }
      userErrors { code message field }
    }
  }`,
  data: z.object({
    createDocumentUpload: z.object({
      document: withId.nullable(),
      upload: z
        .object({
          url: z.string(),
          method: z.string(),
          headers: z.array(z.object({ name: z.string(), value: z.string() })),
        })
        .nullable(),
      userErrors,
    }),
  }),
} satisfies Operation<unknown>

export const startAnalysis = {
  document: `mutation StartAnalysis($input: StartAnalysisInput!) {
    startAnalysis(input: $input) { analysis { id } userErrors { code message field } }
  }`,
  data: z.object({ startAnalysis: z.object({ analysis: withId.nullable(), userErrors }) }),
} satisfies Operation<unknown>

export const connectBank = {
  document: `mutation ConnectBank($input: ConnectBankInput!) {
    connectBank(input: $input) { redirectUrl userErrors { code message field } }
  }`,
  data: z.object({ connectBank: z.object({ redirectUrl: z.string().nullable(), userErrors }) }),
} satisfies Operation<unknown>

export const events = {
  document: `subscription Events($filter: EventFilter, $after: Cursor) {
    events(filter: $filter, after: $after) { ${eventFields} }
  }`,
  data: z.object({ events: eventSchema }),
} satisfies Operation<unknown>

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

export const analysisUpdated = {
  document: `subscription AnalysisUpdated($id: ID!) {
    analysisUpdated(id: $id) { id product provider { name } status version error { code userMessage retryable } action { type } }
  }`,
  data: z.object({ analysisUpdated: analysisSchema }),
} satisfies Operation<unknown>
