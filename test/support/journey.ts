import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { documentFiles } from './document-files.ts'
import type { GraphqlClient, Headers, Subscription } from './graphql-client.ts'

const id = z.object({ id: z.string() })
const errorShape = z.object({ code: z.string(), message: z.string(), field: z.array(z.string()).nullable() })
const analysisShape = z.object({
  id: z.string(),
  status: z.string(),
  stage: z.string(),
  version: z.number(),
  error: z.object({ code: z.string(), retryable: z.boolean() }).nullable(),
})
const eventShape = z.object({
  id: z.string(),
  cursor: z.string(),
  sequence: z.number(),
  type: z.string(),
  via: z.string(),
  analysisVersion: z.number().nullable(),
  analysis: id.nullable(),
})
export type SeenAnalysis = z.infer<typeof analysisShape>
export type SeenEvent = z.infer<typeof eventShape>

const analysisFields = 'id status stage version error { code retryable }'
const eventFields = 'id cursor sequence type via analysisVersion analysis { id }'
const userErrors = 'userErrors { code message field }'

/** An answer to a mutation: `done` unless there are errors. */
export interface Outcome<Done> {
  readonly done: Done | null
  readonly userErrors: readonly z.infer<typeof errorShape>[]
}

/** A unique PDF. @param words the steering words for the simulated vendor */
export function uniquePdf(words = ''): Buffer {
  const steering = words === '' ? '' : `% assay-simulate: ${words}\n`
  return Buffer.concat([
    documentFiles['application/pdf'] ?? Buffer.alloc(0),
    Buffer.from(`% ${randomUUID()}\n${steering}`),
  ])
}

export async function createApplicant(client: GraphqlClient): Promise<string> {
  const shape = z.object({ createApplicant: z.object({ applicant: id }) })
  const query = 'mutation { createApplicant(input: { kind: PERSON }) { applicant { id } } }'
  return (await client.ask(shape, query)).createApplicant.applicant.id
}

export async function openCase(client: GraphqlClient, applicantId: string): Promise<string> {
  const shape = z.object({ openCase: z.object({ case: id }) })
  const query = 'mutation ($input: OpenCaseInput!) { openCase(input: $input) { case { id } } }'
  return (await client.ask(shape, query, { input: { applicantId } })).openCase.case.id
}

export async function announceDocument(client: GraphqlClient, input: unknown) {
  const upload = z.object({ url: z.string(), method: z.string() }).nullable()
  const payload = z.object({ document: id.nullable(), upload, userErrors: z.array(errorShape) })
  const query = `mutation ($input: CreateDocumentUploadInput!) {
    createDocumentUpload(input: $input) { document { id } upload { url method } ${userErrors} }
  }`
  return (await client.ask(z.object({ createDocumentUpload: payload }), query, { input })).createDocumentUpload
}

/** Creates a document and sends its bytes. */
export async function uploadDocument(
  client: GraphqlClient,
  caseId: string,
  bytes: Buffer,
  fileName = 'Kontoauszug März.pdf',
): Promise<{ documentId: string; sha256: string }> {
  const { document, upload } = await announceDocument(client, { caseId, fileName })
  if (!document || !upload) throw new Error('The document was not accepted.')
  const stored = await fetch(upload.url, { method: upload.method, body: new Uint8Array(bytes) })
  if (!stored.ok) throw new Error(`The upload was answered ${stored.status}: ${await stored.text()}`)
  const { sha256 } = z.object({ status: z.literal('STORED'), sha256: z.string() }).parse(await stored.json())
  return { documentId: document.id, sha256 }
}

/** Opens a case of a new applicant with one stored document. */
export async function prepareCase(client: GraphqlClient, bytes: Buffer = uniquePdf(), fileName?: string) {
  const applicantId = await createApplicant(client)
  const caseId = await openCase(client, applicantId)
  return { applicantId, caseId, ...(await uploadDocument(client, caseId, bytes, fileName)) }
}

export async function askForAnalysis(
  client: GraphqlClient,
  input: unknown,
  headers?: Headers,
): Promise<Outcome<SeenAnalysis>> {
  const payload = z.object({ analysis: analysisShape.nullable(), userErrors: z.array(errorShape) })
  const query = `mutation ($input: StartAnalysisInput!) {
    startAnalysis(input: $input) { analysis { ${analysisFields} } ${userErrors} }
  }`
  const data = await client.ask(z.object({ startAnalysis: payload }), query, { input }, headers)
  return { done: data.startAnalysis.analysis, userErrors: data.startAnalysis.userErrors }
}

export type Journey = Awaited<ReturnType<typeof startJourney>>

/** Creates everything for an analysis of one document and starts it. */
export async function startJourney(client: GraphqlClient, bytes?: Buffer, headers?: Headers) {
  const prepared = await prepareCase(client, bytes)
  const { caseId, documentId } = prepared
  const input = { caseId, product: 'STATEMENT_EXTRACTION', documents: [{ documentId }] }
  const { done } = await askForAnalysis(client, input, headers)
  if (!done) throw new Error('The analysis was not accepted.')
  return { ...prepared, analysisId: done.id }
}

export function followAnalysis(client: GraphqlClient, analysisId: string): Subscription<SeenAnalysis> {
  const shape = z.object({ analysisUpdated: analysisShape }).transform(data => data.analysisUpdated)
  const query = `subscription ($id: ID!) { analysisUpdated(id: $id) { ${analysisFields} } }`
  return client.subscribe(shape, query, { id: analysisId })
}

/** Waits for the final state. */
export async function finalState(client: GraphqlClient, analysisId: string): Promise<SeenAnalysis> {
  const last = (await followAnalysis(client, analysisId).until()).at(-1)
  if (!last) throw new Error('The subscription completed without a value.')
  return last
}

/** Waits for a state that fulfils the condition, then ends the subscription. */
export async function awaitState(
  client: GraphqlClient,
  analysisId: string,
  isWanted: (analysis: SeenAnalysis) => boolean,
): Promise<void> {
  const following = followAnalysis(client, analysisId)
  await following.until(isWanted)
  await following.stop()
}

export function followEvents(
  client: GraphqlClient,
  after: string | null,
  filter: unknown = null,
): Subscription<SeenEvent> {
  const shape = z.object({ events: eventShape }).transform(data => data.events)
  const query = `subscription ($after: Cursor, $filter: EventFilter) {
    events(after: $after, filter: $filter) { ${eventFields} }
  }`
  return client.subscribe(shape, query, { after, filter })
}

/** The present end of the log. A subscription after it misses nothing, even if it starts late. */
export async function endOfLog(client: GraphqlClient): Promise<string> {
  return (await client.ask(z.object({ eventCursor: z.string() }), '{ eventCursor }')).eventCursor
}

/** The tenant's log after a cursor, or from its beginning: up to 500 events. */
export async function readLog(
  client: GraphqlClient,
  after: string | null = null,
  filter: unknown = null,
): Promise<SeenEvent[]> {
  const shape = z.object({ events: z.object({ edges: z.array(z.object({ node: eventShape })) }) })
  const query = `query ($after: Cursor, $filter: EventFilter) {
    events(first: 500, after: $after, filter: $filter) { edges { node { ${eventFields} } } }
  }`
  const data = await client.ask(shape, query, { after, filter })
  return data.events.edges.map(edge => edge.node)
}
