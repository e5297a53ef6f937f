import { setTimeout as delay } from 'node:timers/promises'
import { z } from 'zod'
import { followAnalysis, uniquePdf } from '../../test/support/journey.ts'
import { createMutations, type StartedAnalysis } from './mutations.ts'
import type { Nodes } from './nodes.ts'

/** What the load did and met. */
export interface LoadLedger {
  /** How many analyses of a document were started at each provider: `<provider> <document>`. */
  readonly wanted: Map<string, number>
  /** How many analyses came to each end. */
  readonly ends: Map<string, number>
  readonly erased: Set<string>
  /** What should never be, in words. */
  readonly faults: string[]
  journeys: number
}

const products = ['STATEMENT_EXTRACTION', 'BANK_RISK', 'DOCUMENT_FRAUD'] as const
/** What the simulated vendors make of a document, in their own words; most are read as usual. */
const words = ['', '', '', '', 'failed', 'partial', 'slow', 'stuck', 'huge', 'unread', 'unknown-status', 'expired']
const finals: ReadonlySet<string> = new Set(['COMPLETED', 'PARTIAL', 'FAILED', 'CANCELLED'])
/** After so long an analysis is given up, as the vendor may never finish it. */
const patienceMs = 20_000
/** After so long one that was given up and has not ended is a fault. */
const endMs = 120_000

export function createJourneys(nodes: Nodes, ledger: LoadLedger) {
  const api = createMutations(nodes)
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

  /** Listens until the analysis has ended, on any node, over all kills. @returns null when its applicant was erased meanwhile */
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
            // After coming back the present state is sent once more.
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

  async function see(analysisId: string, applicantId: string, retries: number): Promise<void> {
    const end = await follow(analysisId, applicantId)
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

  /** Reads what a frontend shows of an applicant. */
  async function read(applicantId: string): Promise<void> {
    const query = `query ($id: ID!) { applicant(id: $id) {
      displayName riskAssessments { kind level signals { code } } sources { provider { id } }
      cases(first: 5) { edges { node { status decision { status fraudRisk } analyses { status } } } }
      statements(first: 20) { edges { node { bankName } } }
      transactions(first: 50, orderBy: AMOUNT_DESC) { totalCount edges { node { amount { value } description } } }
      cashFlow(from: "2024-01-01", to: "2026-12-31") { moneyIn moneyOut }
    } }`
    await nodes.ask(z.unknown(), query, { id: applicantId })
  }

  async function erase(applicantId: string): Promise<void> {
    ledger.erased.add(applicantId)
    await api.eraseApplicant(applicantId)
  }

  /** One applicant from being entered to, perhaps, being erased. */
  return async function journey(): Promise<void> {
    const applicantId = await api.createApplicant()
    try {
      const caseId = await api.openCase(applicantId)
      const ids = await Promise.all(Array.from({ length: chance(0.3) ? 2 : 1 }, () => upload(caseId)))
      const documents = ids.map(documentId => ({ documentId }))
      const analyses = products.map(async product => {
        const started = await api.startAnalysis({ caseId, product, documents })
        if (typeof started === 'string') {
          if (!ledger.erased.has(applicantId)) ledger.faults.push(`${product} was refused: ${started}`)
          return
        }
        note(started)
        await see(started.id, applicantId, 2)
      })
      const extra = chance(0.2) ? [consent(caseId, applicantId)] : []
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
