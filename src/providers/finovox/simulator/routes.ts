import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { type Answer, toHtmlAnswer, toJsonAnswer } from '../../../simulation/answer.ts'
import type * as simulation from '../../../simulation/http-server.ts'
import type { Account } from './accounts.ts'
import { createCaseAnswer } from './case-answer.ts'
import type { Cases, SimulatedCase } from './cases.ts'
import type { JournalEntry, Operation } from './control.ts'
import { type ReceivedFolder, readFolder, readJson } from './read-folder.ts'
import { VendorError } from './vendor-error.ts'

/** A token begins as in the sample of the documentation (`gAAAAAB…`), which is how Fernet tokens begin. */
const start = Buffer.from('800000000069', 'hex')

/** Tokens that only this simulator can make. */
function createRetrieveTokens() {
  const key = randomBytes(32)
  const sign = (bytes: Buffer) => createHmac('sha256', key).update(bytes).digest()
  return {
    issue(caseId: string): string {
      const bytes = Buffer.concat([start, Buffer.from(caseId)])
      return Buffer.concat([bytes, sign(bytes)]).toString('base64url')
    },
    /** The folder that a token was issued for; null when it was not issued here. */
    read(token: string): string | null {
      const all = Buffer.from(token, 'base64url')
      const bytes = all.subarray(0, -32)
      const signature = all.subarray(-32)
      if (bytes.length < start.length || signature.length !== 32) return null
      return timingSafeEqual(signature, sign(bytes)) ? bytes.subarray(start.length).toString() : null
    },
  }
}

/** The page that a share link opens. */
function toSharePage(shared: SimulatedCase | null): Answer {
  if (!shared?.folder.payload.analyse_type.includes('share_link')) {
    return toHtmlAnswer(404, createPage('<p>There is nothing to be seen here.</p>'))
  }
  const { folder, plan } = shared
  if (folder.payload.share_link_settings?.password) {
    return toHtmlAnswer(200, createPage('<p>This result is protected by a password.</p>'))
  }
  const words = `${folder.documents.length} documents: ${plan.fraud}, ${plan.validation}`
  return toHtmlAnswer(200, createPage(`<p>${words}</p>`))
}

function createPage(content: string): string {
  return `<!doctype html><meta charset="utf-8"><title>Shared result</title><h1>Simulated result</h1>${content}`
}

/** One request with what its route needs. */
export interface Exchange extends simulation.Received<JournalEntry> {
  /** The caller, whose call counts against the limit. @throws VendorError 401, 403, 429 */
  authenticate(): Account
}

type Route = simulation.Route<Operation, Exchange>

interface RouteParts {
  readonly cases: Cases
  readonly baseUrl: () => string
  accept(account: Account, folder: ReceivedFolder): SimulatedCase
}

const retrieveBody = z.strictObject({ retrieve_token: z.string().min(1) })

/** Source: https://app.finovox.com/docs/public/case_analysis/api-reference; `/share` is the target of the simulator's share links. */
export function createRoutes({ cases, baseUrl, accept }: RouteParts): readonly Route[] {
  const tokens = createRetrieveTokens()
  function toResult(answered: SimulatedCase): Answer {
    const shareUrl = `${baseUrl()}/share/case-management/${answered.id}`
    return toJsonAnswer(200, createCaseAnswer(answered, shareUrl))
  }

  return [
    {
      operation: 'case',
      method: 'POST',
      path: /^\/case$/,
      async carryOut(exchange) {
        const account = exchange.authenticate()
        const folder = await readFolder(exchange.request)
        exchange.entry.folder = folder
        const { id } = accept(account, folder)
        if (folder.payload.asynchronous) return toJsonAnswer(202, { retrieve_token: tokens.issue(id) })
        const finished = await cases.finished(id)
        // ASSUMED: a synchronous call, too, is answered 500 when a folder cannot be analysed.
        if (finished.state === 'failed') throw new VendorError(500, 'The folder could not be analysed.')
        return toResult(finished)
      },
    },
    {
      operation: 'retrieve',
      method: 'POST',
      path: /^\/case\/retrieve$/,
      async carryOut(exchange) {
        const account = exchange.authenticate()
        const { retrieve_token } = await readJson(exchange.request, retrieveBody)
        const id = tokens.read(retrieve_token)
        if (id === null) throw new VendorError(401, 'The retrieve token is invalid.')
        const found = cases.find(id)
        // ASSUMED: an expired result is answered like an unknown one.
        if (!found || found.state === 'expired') throw new VendorError(404, 'There is no such run.')
        if (found.account !== account) throw new VendorError(403, 'The retrieve token belongs to somebody else.')
        if (found.state === 'failed') throw new VendorError(500, 'The folder could not be analysed.')
        if (found.state === 'answered') return toResult(found)
        return toJsonAnswer(202, { status: found.plan.processingStatus, run_id: found.runId })
      },
    },
    {
      operation: 'share',
      method: 'GET',
      path: /^\/share\/case-management\/(?<id>[^/]+)$/,
      carryOut: ({ parameters: { id = '' } }) => toSharePage(cases.find(id)),
    },
  ]
}
