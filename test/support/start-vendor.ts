import pino from 'pino'
import { createBankXraySimulator } from '../../src/providers/bank-xray/simulator.ts'
import { createFinboxSimulator } from '../../src/providers/finbox/simulator.ts'
import { createFinoosSimulator } from '../../src/providers/finoos/simulator.ts'
import { createFinovoxSimulator } from '../../src/providers/finovox/simulator.ts'
import { createFlvxtractSimulator } from '../../src/providers/flvxtract/simulator.ts'
import type { Simulator } from '../../src/providers/provider.ts'

// Vendors as servers that a test controls. What takes 4 to 20 s at a vendor is divided by the speed.

const usual = { port: 0, speed: 1_000, logger: pino({ level: 'silent' }), webhookUrl: null }

interface Node {
  readonly url: string
}

async function start<Control>(simulator: Simulator & { readonly control: Control }) {
  return {
    control: simulator.control,
    /** The variables with which a node reaches it. */
    variables: await simulator.start(),
    stop: () => simulator.stop(),
  }
}

/** The provider of bank data. */
export const startBankVendor = () => start(createFinoosSimulator(usual))
export type BankVendor = Awaited<ReturnType<typeof startBankVendor>>

/** The vendor of decisions about documents. */
export async function startFraudVendor() {
  const started = await start(createFinovoxSimulator(usual))
  const { control } = started
  return {
    ...started,
    /** The number of sent and of accepted folders with a document of this digest. */
    foldersOf(sha256: string) {
      const has = (folder: { documents: readonly { digest: string }[] } | null) =>
        folder?.documents.some(({ digest }) => digest === sha256) ?? false
      return {
        sent: control.journal.filter(({ folder }) => has(folder)).length,
        taken: control.cases().filter(({ folder }) => has(folder)).length,
      }
    },
  }
}
export type FraudVendor = Awaited<ReturnType<typeof startFraudVendor>>

/** The vendor of companies' risk. */
export async function startRiskVendor() {
  const started = await start(createBankXraySimulator(usual))
  const { control } = started
  return {
    ...started,
    /** Sends its webhooks to a node. @param token the last part of the address */
    announceTo({ url }: Node, token?: string) {
      control.webhooks.url = [url, 'webhooks', 'bank-xray', ...(token ? [token] : [])].join('/')
    },
    /** The number of online media with this digest, and of their requests. */
    mediaOf(sha256: string) {
      const online = control.media().filter(({ file, status }) => file?.digest === sha256 && status !== 'draft')
      return { online: online.length, requests: new Set(online.map(({ requestId }) => requestId)).size }
    },
  }
}
export type RiskVendor = Awaited<ReturnType<typeof startRiskVendor>>

/** The vendor of statements in sessions. */
export async function startSessionVendor({ speed = usual.speed } = {}) {
  const started = await start(createFinboxSimulator({ ...usual, speed }))
  const { control, variables } = started
  return {
    ...started,
    /** Sends its webhooks to a node, with the token of its variables. */
    announceTo({ url }: Node) {
      control.webhooks.url = `${url}/webhooks/finbox/${variables.FINBOX_WEBHOOK_TOKEN}`
    },
    /** The sessions with a document of this digest, and its statements in each. */
    sessionsOf: (sha256: string) =>
      control.sessions().flatMap(session => {
        const statements = session.accounts
          .flatMap(account => account.statements)
          .filter(statement => statement.digest === sha256)
        return statements.length > 0 ? [{ session, statements }] : []
      }),
  }
}
export type SessionVendor = Awaited<ReturnType<typeof startSessionVendor>>

/** The vendor of statements. It answers strictly as documented. A node that it is given to simulates nothing. */
export async function startVendor() {
  const started = await start(createFlvxtractSimulator(usual))
  const { control } = started
  const statementsOf = (sha256: string) => control.statements().filter(statement => statement.digest === sha256)
  return {
    ...started,
    variables: { ...started.variables, SIMULATE: '' },
    /** Sends its webhooks to a node. */
    announceTo({ url }: Node) {
      control.webhooks.url = `${url}/webhooks/flvxtract`
    },
    /** The number of tried and of accepted uploads of documents with this digest. */
    uploadsOf: (sha256: string) => ({
      tried: control.journal.filter(({ upload }) => upload?.digest === sha256).length,
      taken: statementsOf(sha256).length,
    }),
    /** Completes the documents with this digest. */
    complete(sha256: string) {
      for (const { id } of statementsOf(sha256)) control.complete(id)
    },
    /** The number of calls for the result of a document. */
    resultsAsked(sha256: string) {
      const paths = statementsOf(sha256).map(({ id }) => `/api/statements/${id}/analysis`)
      return control.journal.filter(({ path }) => paths.includes(path)).length
    },
  }
}
export type Vendor = Awaited<ReturnType<typeof startVendor>>
