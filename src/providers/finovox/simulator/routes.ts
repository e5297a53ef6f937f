import { z } from 'zod'
import { type Answer, toJsonAnswer } from '../../../simulation/answer.ts'
import type * as simulation from '../../../simulation/http-server.ts'
import type { Account } from './account.ts'
import { createCaseAnswer } from './case-answer.ts'
import { readJson } from './case-payload.ts'
import type { Cases, SimulatedCase } from './cases.ts'
import type { JournalEntry, Operation } from './journal.ts'
import { type ReceivedFolder, readFolder } from './read-folder.ts'
import type { RetrieveTokens } from './retrieve-tokens.ts'
import { toSharePage } from './share-page.ts'
import { VendorError } from './vendor-error.ts'

/** One request on its way through. */
export interface Exchange extends simulation.Received<JournalEntry> {
  /** Who calls, counted against the limit. @throws VendorError 401, 403, 429 */
  authenticate(): Account
}

export type Route = simulation.Route<Operation, Exchange>

export interface RouteParts {
  readonly cases: Cases
  readonly tokens: RetrieveTokens
  readonly baseUrl: () => string
  accept(account: Account, folder: ReceivedFolder): SimulatedCase
}

const retrieveBody = z.strictObject({ retrieve_token: z.string().min(1) })

/** Source: https://app.finovox.com/docs/public/case_analysis/api-reference; `/share` is where the simulator's share links lead. */
export function createRoutes({ cases, tokens, baseUrl, accept }: RouteParts): readonly Route[] {
  function toResult(answered: SimulatedCase): Answer {
    const shareUrl = `${baseUrl()}/share/case-management/${answered.id}`
    return toJsonAnswer(200, createCaseAnswer({ ...answered, shareUrl }))
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
        // ASSUMED: a folder that cannot be finished is an error of the server in a synchronous call, too.
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
        // ASSUMED: an expired result is as unknown as one that never was.
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
