import { setTimeout as delay } from 'node:timers/promises'
import { z } from 'zod'
import { followAnalysis, uniquePdf } from '../../test/support/journey.ts'
import { createBankJourney } from './bank-journey.ts'
import { createMutations, type StartedAnalysis } from './mutations.ts'
import type { Nodes } from './nodes.ts'

/** The records of the load. */
export interface LoadLedger {
  /** The number of started analyses by `<provider> <document>`. */
  readonly wanted: Map<string, number>
  /** The number of analyses by final state. */
  readonly ends: Map<string, number>
  /** The number of bank logins that were connected and read. */
  bankLogins: number
  readonly erased: Set<string>
  /** Descriptions of faults. */
  readonly faults: string[]
  journeys: number
}

const products = ['STATEMENT_EXTRACTION', 'BANK_RISK', 'DOCUMENT_FRAUD'] as const
/** Steering words of documents. Most have none. */
const words = [
  ...['', '', '', '', 'failed', 'partial', 'slow', 'stuck', 'huge', 'unread', 'unknown-status', 'expired'],
  // Another provider of the product is asked because of these, or finds something in the document.
  ...['quota', 'unsupported-format', 'image', 'fraud', 'incomplete-months'],
]
/** The share of analyses that name FinBox, which is not the first of its product, and of those that are in addition. */
const named = { instead: 0.3, also: 0.3 }
const finals: ReadonlySet<string> = new Set(['COMPLETED', 'PARTIAL', 'FAILED', 'CANCELLED'])
/** How long an analysis may take before it is cancelled, because the vendor may never finish it. */
const patienceMs = 20_000
/** How long an analysis may take in all; a longer one is a fault. */
const endMs = 120_000

export function createJourneys(nodes: Nodes, ledger: LoadLedger) {
  const api = createMutations(nodes)
  const bank = createBankJourney(nodes, api, ledger)
  const chance = (part: number) => Math.random() < part

  async function upload(caseId: string): Promise<string> {
    const { documentId, path } = await api.announceDocument(caseId)
    const word = words[Math.floor(Math.random() * words.length)]
    const body = new Uint8Array(uniquePdf(word))
    for (let tries = 0; tries < 100; tries += 1) {
      const answer = await fetch(`${nodes.urls[nodes.pick()]}${path}`, { method: 'PUT', body }).catch(() => null)
      await answer?.body?.cancel()
      // 409: the bytes had arrived, but the answer was lost.
      if (answer?.ok || answer?.status === 409) return documentId
      await delay(200)
    }
    throw new Error('The bytes of a document were never accepted.')
  }

  function note({ provider, documents }: StartedAnalysis): void {
    for (const { id } of documents) raise(ledger.wanted, `${provider.id} ${id}`)
  }

  /** Follows an analysis on any node, across kills, until it ends. @returns null when its applicant was erased meanwhile */
  async function follow(analysisId: string, applicantId: string): Promise<string | null> {
    let version = 0
    const startedAt = Date.now()
    const cancelling = chance(0.1) ? Math.random() * 1_000 : patienceMs
    const timer = setTimeout(() => void api.cancelAnalysis(analysisId).catch(() => {}), cancelling)
    try {
      while (Date.now() - startedAt < endMs) {
        const client = nodes.clients[nodes.pick()]
        if (!client) throw new Error('There is no such node.')
        const following = followAnalysis(client, analysisId)
        let isFirst = true
        try {
          for (let state = await following.next(); state !== null; state = await following.next()) {
            // After a reconnect the present state is sent again.
            if (state.version < version || (state.version === version && !isFirst))
              ledger.faults.push(`${analysisId}: version ${state.version} came after version ${version}`)
            isFirst = false
            version = state.version
            if (finals.has(state.status)) return state.status
          }
        } catch {
          if (ledger.erased.has(applicantId)) return null
        } finally {
          await following.stop()
        }
        await delay(200)
      }
      ledger.faults.push(`${analysisId}: no end was heard of within ${endMs / 1_000} s`)
      return null
    } finally {
      clearTimeout(timer)
    }
  }

  /** Adds the providers that were asked because others had failed. */
  async function noteRuns(analysisId: string): Promise<void> {
    const of = z.object({ id: z.string() })
    const shape = z.object({
      analysis: z.object({ documents: z.array(of), runs: z.array(z.object({ provider: of })) }).nullable(),
    })
    const query = 'query ($id: ID!) { analysis(id: $id) { documents { id } runs { provider { id } } } }'
    const { analysis } = await nodes.ask(shape, query, { id: analysisId })
    for (const { provider } of analysis?.runs.slice(1) ?? [])
      for (const { id } of analysis?.documents ?? []) raise(ledger.wanted, `${provider.id} ${id}`)
  }

  async function see(analysisId: string, applicantId: string, retries: number): Promise<void> {
    const end = await follow(analysisId, applicantId)
    await noteRuns(analysisId)
    if (end === null) return
    raise(ledger.ends, end)
    if (end !== 'FAILED' || retries === 0 || !chance(0.7)) return
    const retried = await api.retryAnalysis(analysisId)
    if (typeof retried === 'string') return
    note(retried)
    await see(retried.id, applicantId, retries - 1)
  }

  async function consent(caseId: string, applicantId: string): Promise<void> {
    const analysisId = await api.requestConsent(caseId)
    if (analysisId === null) return
    const shape = z.object({
      analysis: z.object({ consent: z.object({ joinUrl: z.string().nullable() }).nullable() }).nullable(),
    })
    for (let tries = 0; tries < 20; tries += 1) {
      const query = 'query ($id: ID!) { analysis(id: $id) { consent { joinUrl } } }'
      const { analysis } = await nodes.ask(shape, query, { id: analysisId })
      const url = analysis?.consent?.joinUrl
      if (url) {
        const answer = await fetch(url, { method: 'POST' }).catch(() => null)
        await answer?.body?.cancel()
        break
      }
      await delay(300)
    }
    await see(analysisId, applicantId, 0)
  }

  /** Reads an applicant as a frontend does. */
  async function read(applicantId: string): Promise<void> {
    const query = `query ($id: ID!) { applicant(id: $id) {
      displayName riskAssessments { kind level signals { code } } sources { provider { id } }
      cases(first: 5) { edges { node { status decision { status fraudRisk } analyses { status } } } }
      statements(first: 20) { edges { node { bankName } } }
      transactions(first: 50, orderBy: AMOUNT_DESC) { totalCount edges { node { amount { value } description } } }
      bankLogins { id accounts { transactions(first: 5) { edges { node { id status } } } } }
      cashFlow(from: "2024-01-01", to: "2026-12-31") { moneyIn moneyOut }
    } }`
    await nodes.ask(z.unknown(), query, { id: applicantId })
  }

  async function erase(applicantId: string): Promise<void> {
    ledger.erased.add(applicantId)
    await api.eraseApplicant(applicantId)
  }

  /** Creates one applicant, runs analyses, sometimes connects a bank, and sometimes erases it. */
  return async function journey(): Promise<void> {
    const applicantId = await api.createApplicant()
    try {
      const caseId = await api.openCase(applicantId)
      const ids = await Promise.all(Array.from({ length: chance(0.3) ? 2 : 1 }, () => upload(caseId)))
      const documents = ids.map(documentId => ({ documentId }))
      const wanted: { readonly product: string; readonly provider?: string }[] = products.map(product =>
        product === 'STATEMENT_EXTRACTION' && chance(named.instead) ? { product, provider: 'finbox' } : { product },
      )
      if (chance(named.also)) wanted.push({ product: 'STATEMENT_EXTRACTION', provider: 'finbox' })
      const analyses = wanted.map(async ({ product, provider }) => {
        const started = await api.startAnalysis({ caseId, product, documents, provider })
        if (typeof started === 'string') {
          if (!ledger.erased.has(applicantId)) ledger.faults.push(`${product} was refused: ${started}`)
          return
        }
        note(started)
        await see(started.id, applicantId, 2)
      })
      const extra = [
        ...(chance(0.2) ? [consent(caseId, applicantId)] : []),
        ...(chance(0.4) ? [bank(applicantId)] : []),
      ]
      const early = chance(0.05) ? [delay(Math.random() * 3_000).then(() => erase(applicantId))] : []
      await Promise.all([...analyses, ...extra, ...early])
      await read(applicantId)
      if (chance(0.3)) await erase(applicantId)
    } catch (error) {
      if (!ledger.erased.has(applicantId)) throw error
    }
    ledger.journeys += 1
  }
}

function raise(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}
