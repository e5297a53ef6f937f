import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Nodes } from './nodes.ts'

const id = z.object({ id: z.string() })
const problems = z.array(z.object({ code: z.string(), message: z.string() }))
const analysisShape = z.object({ id: z.string(), provider: id, documents: z.array(id) })
export type StartedAnalysis = z.infer<typeof analysisShape>

/** The customer's address. Banks refuse private ones. */
const userIp = '203.0.114.7'
const userErrors = 'userErrors { code message }'
const analysis = `analysis { id provider { id } documents { id } }`

export interface AnalysisInput {
  readonly caseId: string
  readonly product: string
  readonly documents: readonly { readonly documentId: string }[]
  /** Absent: the first of the tenant's order. */
  readonly provider?: string | undefined
}

/** The mutations of the load. Each call has its own idempotency key, so it is carried out once even if it is repeated. */
export function createMutations({ ask }: Nodes) {
  const keyed = (input: object) => ({ input: { ...input, idempotencyKey: randomUUID() } })

  async function analysisOf(name: string, type: string, input: object): Promise<StartedAnalysis | string> {
    const shape = z.object({ [name]: z.object({ analysis: analysisShape.nullable(), userErrors: problems }) })
    const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${analysis} ${userErrors} } }`
    const payload = (await ask(shape, query, keyed(input)))[name]
    return payload?.analysis ?? payload?.userErrors[0]?.code ?? 'nothing'
  }

  const bankPage = z.object({ redirectUrl: z.string().nullable(), userErrors: problems })

  return {
    userIp,
    async createApplicant(): Promise<string> {
      const shape = z.object({ createApplicant: z.object({ applicant: id }) })
      const query = 'mutation ($input: CreateApplicantInput!) { createApplicant(input: $input) { applicant { id } } }'
      const registration = { scheme: 'SIREN', value: '123456782' }
      const input = { kind: 'COMPANY', displayName: 'Bäckerei Müller', registration }
      return (await ask(shape, query, keyed(input))).createApplicant.applicant.id
    },
    async openCase(applicantId: string): Promise<string> {
      const shape = z.object({ openCase: z.object({ case: id }) })
      const query = 'mutation ($input: OpenCaseInput!) { openCase(input: $input) { case { id } } }'
      return (await ask(shape, query, keyed({ applicantId }))).openCase.case.id
    },
    async announceDocument(caseId: string): Promise<{ readonly documentId: string; readonly path: string }> {
      const payload = z.object({ document: id, upload: z.object({ url: z.string() }) })
      const shape = z.object({ createDocumentUpload: payload })
      const query =
        'mutation ($input: CreateDocumentUploadInput!) { createDocumentUpload(input: $input) { document { id } upload { url } } }'
      const answer = await ask(shape, query, keyed({ caseId, fileName: 'statement.pdf', kind: 'BANK_STATEMENT' }))
      const { document, upload } = answer.createDocumentUpload
      return { documentId: document.id, path: new URL(upload.url).pathname }
    },
    /** @returns the code of the first error when it was refused */
    startAnalysis: (input: AnalysisInput) => analysisOf('startAnalysis', 'StartAnalysisInput', input),
    retryAnalysis: (analysisId: string) => analysisOf('retryAnalysis', 'RetryAnalysisInput', { analysisId }),
    async cancelAnalysis(analysisId: string): Promise<void> {
      const query = `mutation ($input: CancelAnalysisInput!) { cancelAnalysis(input: $input) { ${userErrors} } }`
      await ask(z.unknown(), query, { input: { analysisId } })
    },
    async requestConsent(caseId: string): Promise<string | null> {
      const shape = z.object({
        requestConsent: z.object({ consent: z.object({ analysis: id }).nullable(), userErrors: problems }),
      })
      const query = `mutation ($input: RequestConsentInput!) { requestConsent(input: $input) { consent { analysis { id } } ${userErrors} } }`
      const answer = await ask(shape, query, keyed({ caseId, customerName: 'Erika Mustermann' }))
      return answer.requestConsent.consent?.analysis.id ?? null
    },
    /** Asks for the page of a bank. @returns the code of the first error when it was refused */
    async openBank(name: string, type: string, input: object) {
      const shape = z.object({ page: bankPage })
      const query = `mutation ($input: ${type}!) { page: ${name}(input: $input) { redirectUrl ${userErrors} } }`
      const { page } = await ask(shape, query, { input: name === 'connectBank' ? keyed(input).input : input })
      return { redirectUrl: page.redirectUrl, problem: page.userErrors[0]?.code ?? null }
    },
    async removeBank(name: string, type: string, input: object): Promise<void> {
      const shape = z.object({ removed: z.object({ userErrors: problems }) })
      const query = `mutation ($input: ${type}!) { removed: ${name}(input: $input) { ${userErrors} } }`
      const { removed } = await ask(shape, query, { input: { ...input, userIp } })
      const [problem] = removed.userErrors
      if (problem) throw new Error(`${name} was refused: ${problem.code}: ${problem.message}`)
    },
    async eraseApplicant(applicantId: string): Promise<void> {
      const query = `mutation ($input: EraseApplicantInput!) { eraseApplicant(input: $input) { erasure { complete } ${userErrors} } }`
      await ask(z.unknown(), query, { input: { applicantId } })
    },
  }
}

export type Mutations = ReturnType<typeof createMutations>
