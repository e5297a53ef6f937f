import { z } from 'zod'
import type { GraphqlClient } from './graphql-client.ts'
import { announceDocument, askForAnalysis, finalState, openCase, type SeenAnalysis, uniquePdf } from './journey.ts'

const id = z.object({ id: z.string() })

export async function createCompany(client: GraphqlClient, input: Record<string, unknown> = {}): Promise<string> {
  const shape = z.object({ createApplicant: z.object({ applicant: id }) })
  const query = 'mutation ($input: CreateApplicantInput!) { createApplicant(input: $input) { applicant { id } } }'
  const company = { kind: 'COMPANY', registration: { scheme: 'SIREN', value: '123 456 782' }, ...input }
  return (await client.ask(shape, query, { input: company })).createApplicant.applicant.id
}

export interface Statement {
  readonly bytes: Buffer
  /** Its members besides the name: kind, period, date. */
  readonly members?: Record<string, unknown>
}

/** A PDF with steering words for the simulated vendor. */
export const statementOf = (words = '', members: Record<string, unknown> = {}): Statement => ({
  bytes: uniquePdf(words),
  members,
})

export async function uploadStatement(
  client: GraphqlClient,
  caseId: string,
  { bytes, members }: Statement,
): Promise<{ documentId: string; sha256: string }> {
  const { document, upload } = await announceDocument(client, { caseId, fileName: 'Relevé Müster.pdf', ...members })
  if (!document || !upload) throw new Error('The document was not accepted.')
  const stored = await fetch(upload.url, { method: upload.method, body: new Uint8Array(bytes) })
  const { sha256 } = z.object({ sha256: z.string() }).parse(await stored.json())
  return { documentId: document.id, sha256 }
}

export interface RiskCase {
  readonly client: GraphqlClient
  readonly applicantId: string
  readonly caseId: string
  readonly documents: readonly { readonly documentId: string; readonly sha256: string }[]
}

/** Opens a case of a company with these documents, by default one statement. */
export async function openRiskCase(client: GraphqlClient, ...statements: readonly Statement[]): Promise<RiskCase> {
  const applicantId = await createCompany(client)
  const caseId = await openCase(client, applicantId)
  const documents: { documentId: string; sha256: string }[] = []
  for (const one of statements.length > 0 ? statements : [statementOf()])
    documents.push(await uploadStatement(client, caseId, one))
  return { client, applicantId, caseId, documents }
}

export function askForRisk({ client, caseId, documents }: RiskCase) {
  const named = documents.map(({ documentId }) => ({ documentId }))
  return askForAnalysis(client, { caseId, product: 'BANK_RISK', documents: named })
}

export type RiskJourney = RiskCase & { readonly analysisId: string; readonly sha256: string }

export async function startRisk(client: GraphqlClient, ...statements: readonly Statement[]): Promise<RiskJourney> {
  const opened = await openRiskCase(client, ...statements)
  const { done, userErrors } = await askForRisk(opened)
  if (!done) throw new Error(`The analysis was not accepted: ${userErrors[0]?.message}`)
  return { ...opened, analysisId: done.id, sha256: opened.documents[0]?.sha256 ?? '' }
}

/** Starts an analysis and waits for its end. */
export async function analyseRisk(
  client: GraphqlClient,
  ...statements: readonly Statement[]
): Promise<RiskJourney & { readonly final: SeenAnalysis }> {
  const started = await startRisk(client, ...statements)
  return { ...started, final: await finalState(client, started.analysisId) }
}

const amount = z.object({ value: z.string(), currency: z.string() })
const resultShape = z.object({
  analysis: z.object({
    providerReference: z.string().nullable(),
    documentResults: z.array(
      z.object({ status: z.string(), document: id, error: z.object({ code: z.string() }).nullable() }),
    ),
    statements: z.array(
      z.object({
        document: id.nullable(),
        from: z.string().nullable(),
        to: z.string().nullable(),
        currency: z.string(),
        totalDebits: amount.nullable(),
        reconciles: z.boolean().nullable(),
        providerCheck: z.string().nullable(),
        pageCount: z.number().nullable(),
        transactions: z.object({ totalCount: z.number() }),
      }),
    ),
    riskAssessments: z.array(
      z.object({
        kind: z.string(),
        level: z.string(),
        riskClass: z.number().nullable(),
        score: z.object({ value: z.string(), higherIsRiskier: z.boolean().nullable() }).nullable(),
        flag: z.object({ color: z.string().nullable(), dataSanity: z.string().nullable() }).nullable(),
        signals: z.array(z.object({ code: z.string(), sentiment: z.string(), explanations: z.array(z.string()) })),
        metrics: z.object({
          edges: z.array(
            z.object({ node: z.object({ name: z.string(), basis: z.string().nullable(), value: z.string() }) }),
          ),
        }),
      }),
    ),
    reports: z.array(z.object({ name: z.string(), mediaType: z.string(), url: z.string() })),
  }),
})

export async function readRisk(client: GraphqlClient, analysisId: string) {
  const query = `query ($id: ID!) { analysis(id: $id) {
    providerReference
    documentResults { status document { id } error { code } }
    statements { document { id } from to currency totalDebits { value currency } reconciles providerCheck pageCount
      transactions { totalCount } }
    riskAssessments { kind level riskClass score { value higherIsRiskier } flag { color dataSanity }
      signals { code sentiment explanations } metrics { edges { node { name basis value } } } }
    reports { name mediaType url }
  } }`
  return (await client.ask(resultShape, query, { id: analysisId })).analysis
}
