import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { documentFiles } from './document-files.ts'
import { type GraphqlClient, type Headers, type Subscription, toSelection } from './graphql-client.ts'

const id = z.object({ id: z.string() })
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

/** A unique PDF. @param words the steering words for the simulated vendor */
export function uniquePdf(words = ''): Buffer {
  const steering = words === '' ? '' : `% assay-simulate: ${words}\n`
  return Buffer.concat([
    documentFiles['application/pdf'] ?? Buffer.alloc(0),
    Buffer.from(`% ${randomUUID()}\n${steering}`),
  ])
}

export async function createApplicant(client: GraphqlClient, input: object = { kind: 'PERSON' }): Promise<string> {
  return (await client.mutate('createApplicant', input, { applicant: id })).applicant.id
}

export async function openCase(client: GraphqlClient, applicantId: string, more: object = {}): Promise<string> {
  return (await client.mutate('openCase', { applicantId, ...more }, { case: id })).case.id
}

export function announceDocument(client: GraphqlClient, input: unknown) {
  const upload = z.object({ url: z.string(), method: z.string() }).nullable()
  return client.mutate('createDocumentUpload', input, { document: id.nullable(), upload })
}

export interface UploadedDocument {
  readonly documentId: string
  readonly sha256: string
}

/** Creates a document and sends its bytes. @param more further members of the input */
export async function uploadDocument(
  client: GraphqlClient,
  caseId: string,
  bytes: Buffer,
  more: object = {},
): Promise<UploadedDocument> {
  const { document, upload } = await announceDocument(client, { caseId, fileName: 'Kontoauszug März.pdf', ...more })
  if (!document || !upload) throw new Error('The document was not accepted.')
  const stored = await fetch(upload.url, { method: upload.method, body: new Uint8Array(bytes) })
  if (!stored.ok) throw new Error(`The upload was answered ${stored.status}: ${await stored.text()}`)
  const { sha256 } = z.object({ status: z.literal('STORED'), sha256: z.string() }).parse(await stored.json())
  return { documentId: document.id, sha256 }
}

/** Erases an applicant here and at its providers. */
export function eraseApplicant(client: GraphqlClient, applicantId: string) {
  const remainder = z.object({ provider: id.nullable(), reason: z.string(), references: z.array(z.string()) })
  const erasure = z.object({ complete: z.boolean(), remaining: z.array(remainder) }).nullable()
  return client.mutate('eraseApplicant', { applicantId }, { erasure })
}

/** Opens a case of a new applicant with one stored document. */
export async function prepareCase(client: GraphqlClient, bytes: Buffer = uniquePdf(), fileName?: string) {
  const applicantId = await createApplicant(client)
  const caseId = await openCase(client, applicantId)
  return { applicantId, caseId, ...(await uploadDocument(client, caseId, bytes, fileName ? { fileName } : {})) }
}

export async function askForAnalysis(client: GraphqlClient, input: unknown, headers?: Headers) {
  const payload = { analysis: analysisShape.nullable() }
  const { analysis: done, userErrors } = await client.mutate('startAnalysis', input, payload, headers)
  return { done, userErrors }
}

/** Starts an analysis, by default one that extracts a statement. @returns its id @throws Error when it is refused */
export async function startAnalysis(
  client: GraphqlClient,
  { documentId, ...input }: { readonly documentId?: string } & Readonly<Record<string, unknown>>,
  headers?: Headers,
): Promise<string> {
  const usual = { product: 'STATEMENT_EXTRACTION', documents: [{ documentId }] }
  const { done, userErrors } = await askForAnalysis(client, { ...usual, ...input }, headers)
  if (!done) throw new Error(`The analysis was not accepted: ${userErrors[0]?.message}`)
  return done.id
}

export type Journey = Awaited<ReturnType<typeof startJourney>>

/** Creates everything for an analysis of one document and starts it. */
export async function startJourney(client: GraphqlClient, bytes?: Buffer, headers?: Headers) {
  const prepared = await prepareCase(client, bytes)
  const { caseId, documentId } = prepared
  return { ...prepared, analysisId: await startAnalysis(client, { caseId, documentId }, headers) }
}

export function followAnalysis(client: GraphqlClient, analysisId: string): Subscription<SeenAnalysis> {
  return client.follow('analysisUpdated', analysisId, analysisShape)
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
    events(after: $after, filter: $filter) ${toSelection(eventShape)}
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
    events(first: 500, after: $after, filter: $filter) { edges { node ${toSelection(eventShape)} } }
  }`
  const data = await client.ask(shape, query, { after, filter })
  return data.events.edges.map(edge => edge.node)
}
