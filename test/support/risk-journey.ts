import { z } from 'zod'
import type { GraphqlClient } from './graphql-client.ts'
import {
  askForAnalysis,
  createApplicant,
  finalState,
  openCase,
  type SeenAnalysis,
  startAnalysis,
  type UploadedDocument,
  uniquePdf,
  uploadDocument,
} from './journey.ts'

const id = z.object({ id: z.string() })

export function createCompany(client: GraphqlClient, input: object = {}): Promise<string> {
  const registration = { scheme: 'SIREN', value: '123 456 782' }
  return createApplicant(client, { kind: 'COMPANY', registration, ...input })
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

export function uploadStatement(client: GraphqlClient, caseId: string, { bytes, members }: Statement) {
  return uploadDocument(client, caseId, bytes, { fileName: 'Relevé Müster.pdf', ...members })
}

export interface RiskCase {
  readonly client: GraphqlClient
  readonly applicantId: string
  readonly caseId: string
  readonly documents: readonly UploadedDocument[]
}

/** Opens a case of a company with these documents, by default one statement. */
export async function openRiskCase(client: GraphqlClient, ...statements: readonly Statement[]): Promise<RiskCase> {
  const applicantId = await createCompany(client)
  const caseId = await openCase(client, applicantId)
  const documents: UploadedDocument[] = []
  for (const one of statements.length > 0 ? statements : [statementOf()])
    documents.push(await uploadStatement(client, caseId, one))
  return { client, applicantId, caseId, documents }
}

const inputOf = ({ caseId, documents }: RiskCase) => ({
  caseId,
  product: 'BANK_RISK',
  documents: documents.map(({ documentId }) => ({ documentId })),
})

export const askForRisk = (opened: RiskCase) => askForAnalysis(opened.client, inputOf(opened))

export type RiskJourney = RiskCase & { readonly analysisId: string; readonly sha256: string }

export async function startRisk(client: GraphqlClient, ...statements: readonly Statement[]): Promise<RiskJourney> {
  const opened = await openRiskCase(client, ...statements)
  const analysisId = await startAnalysis(client, inputOf(opened))
  return { ...opened, analysisId, sha256: opened.documents[0]?.sha256 ?? '' }
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
const metric = z.object({ name: z.string(), basis: z.string().nullable(), value: z.string() })
const resultShape = z.object({
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
      metrics: z.object({ edges: z.array(z.object({ node: metric })) }),
    }),
  ),
  reports: z.array(z.object({ name: z.string(), mediaType: z.string(), url: z.string() })),
})

export function readRisk(client: GraphqlClient, analysisId: string) {
  return client.read('analysis', analysisId, resultShape)
}
