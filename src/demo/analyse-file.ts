import type { ApiClient } from './api-client.ts'
import { connectBank } from './connect-bank.ts'
import { DemoFailure } from './demo-failure.ts'
import {
  analysisUpdated,
  createApplicant,
  createDocumentUpload,
  dataProviders,
  events,
  type HeardEvent,
  openCase,
  type SeenAnalysis,
  startAnalysis,
} from './operations.ts'
import type { StatementFile } from './statement-file.ts'
import { uploadFile } from './upload-file.ts'

/** Callbacks that show the progress. */
export interface Spectator {
  /** Called before each request. */
  asks(what: string, details?: string): void
  hears(event: HeardEvent): void
}

export interface AnalysedCase {
  readonly applicantId: string
  readonly caseId: string
  readonly analyses: readonly FollowedAnalysis[]
}

export interface FollowedAnalysis {
  /** Its last state: final, or waiting for an action. */
  readonly analysis: SeenAnalysis
  /** The versions that the subscription delivered. */
  readonly versions: readonly number[]
}

/** A product that a provider offers. */
interface Offer {
  readonly product: string
  readonly provider: string
  /** The provider's name. */
  readonly name: string
}

/** An invented company whose number has a valid check digit. */
const company = {
  kind: 'COMPANY',
  displayName: 'Exemple SARL',
  registration: { scheme: 'SIREN', value: '123456782' },
} as const

/**
 * Everything that a frontend does with a bank statement: it creates an applicant, runs every product of every provider
 * in parallel, and lets the customer connect a bank meanwhile. It follows subscriptions and never polls.
 *
 * @throws DemoFailure when the server refuses a request
 */
export async function analyseFile(
  api: ApiClient,
  file: StatementFile,
  spectator: Spectator,
  signal: AbortSignal,
): Promise<AnalysedCase> {
  spectator.asks('dataProviders')
  const known = (await api.ask(dataProviders, {})).dataProviders
  const enabled = known.filter(one => one.enabled)
  const connects = enabled.some(({ capabilities }) => capabilities.includes('bankLogins'))
  const offers = enabled.flatMap(({ id, name, products }) =>
    products.map((product): Offer => ({ product, provider: id, name })),
  )

  spectator.asks('createApplicant', `${company.displayName}, SIREN ${company.registration.value}`)
  const { applicant } = await api.ask(createApplicant, { input: company })
  const past = applicant.events.edges.map(edge => edge.node)
  for (const event of past) spectator.hears(event)

  async function hearEvents(): Promise<void> {
    const filter = { applicantId: applicant.id }
    let settled = 0
    let isBankRead = !connects
    for await (const { events: event } of api.follow(events, { filter, after: past.at(-1)?.cursor ?? null })) {
      spectator.hears(event)
      if (event.analysisStatus !== null && isSettled(event.analysisStatus)) settled += 1
      isBankRead ||= event.type === 'BANK_LOGIN_CONNECTED'
      if (settled === offers.length && isBankRead) return
    }
  }

  async function upload(caseId: string): Promise<string> {
    const { name, content } = file
    spectator.asks('createDocumentUpload', `${name}, ${content.size} bytes`)
    const input = { caseId, fileName: name, byteSize: content.size, kind: 'BANK_STATEMENT' }
    const { document, upload: target } = await api.ask(createDocumentUpload, { input })
    spectator.asks('PUT /uploads/…', 'the bytes of the file')
    await uploadFile(target, file, signal)
    return document.id
  }

  async function analyse(caseId: string, documentId: string, offer: Offer): Promise<FollowedAnalysis> {
    const { product, provider, name } = offer
    const what = `${product} by ${name}`
    spectator.asks('startAnalysis', what)
    const input = { caseId, product, provider, documents: [{ documentId }] }
    const { id } = (await api.ask(startAnalysis, { input })).analysis

    spectator.asks('subscription analysisUpdated', what)
    const versions: number[] = []
    for await (const { analysisUpdated: analysis } of api.follow(analysisUpdated, { id })) {
      versions.push(analysis.version)
      if (isSettled(analysis.status)) return { analysis, versions }
    }
    throw new DemoFailure('The subscription ended before the analysis did.')
  }

  async function analyseAll(): Promise<AnalysedCase> {
    spectator.asks('openCase')
    const input = { applicantId: applicant.id, useCase: 'Loan application' }
    const { id: caseId } = (await api.ask(openCase, { input })).case
    const documentId = await upload(caseId)
    const [analyses] = await Promise.all([
      Promise.all(offers.map(offer => analyse(caseId, documentId, offer))),
      connects ? connectBank(api, applicant.id, spectator, signal) : undefined,
    ])
    return { applicantId: applicant.id, caseId, analyses }
  }

  spectator.asks('subscription events', 'after its cursor: none is missed')
  const [analysed] = await Promise.all([analyseAll(), hearEvents()])
  return analysed
}

/** Whether the analysis is final or waits for an action. */
function isSettled(status: string): boolean {
  return ['COMPLETED', 'PARTIAL', 'FAILED', 'CANCELLED', 'ACTION_REQUIRED'].includes(status)
}
