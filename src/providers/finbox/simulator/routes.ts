import { z } from 'zod'
import { type Answer, streamJson, toFileAnswer, toJsonAnswer } from '../../../simulation/answer.ts'
import type * as simulation from '../../../simulation/http-server.ts'
import { createInputReader } from '../../../simulation/read-json.ts'
import { acceptUpload } from './accept-upload.ts'
import { createLogo, toCatalogueBody } from './catalogue.ts'
import { authenticateData, authenticateSession, authenticateUpload, type SimulatedClient } from './clients.ts'
import type { JournalEntry, Operation } from './control.ts'
import type { Files } from './files.ts'
import { createInsightsBody } from './insights.ts'
import { type ReceivedUpload, readUpload } from './read-upload.ts'
import { findAccountFault, hasInsights } from './reading-faults.ts'
import { parseSession, readSessionBody } from './session-request.ts'
import { listStatements, type Sessions, type SimulatedSession, type SimulatedStatement } from './sessions.ts'
import type { StatementPlan } from './statement-plan.ts'
import { type Sight, toProgressBody, toSessionStatusBody, toUploadBody, toUploadStatusBody } from './status-bodies.ts'
import { codeError, detailError, uploadError } from './vendor-error.ts'

export type Exchange = simulation.Received<JournalEntry>
type Route = simulation.Route<Operation, Exchange>

export interface RouteParts {
  readonly clients: readonly SimulatedClient[]
  readonly sessions: Sessions
  readonly files: Files
  readonly now: () => Date
  readonly speed: number
  /** Where the server listens, without a path. */
  baseUrl(): string
  /** Where the webhooks of a client are sent from now on. */
  moveWebhook(client: SimulatedClient, url: string): void
  /** The plan of the uploaded document, and a callback for the statement that it becomes. */
  steer(upload: ReceivedUpload): { readonly plan: StatementPlan; taken(statement: SimulatedStatement): void }
}

const base = '/bank-connect/v1'
const fileRetentionMs = 30 * 86_400_000
const webhookBody = z.strictObject({
  webhook_url: z.url({ protocol: /^https?$/, error: 'Enter a valid URL.' }),
  webhook_mode: z.union([z.literal(0), z.literal(1)]).optional(),
})
const { readJson } = createInputReader(errors => codeError(400, 'INVALID_REQUEST', JSON.stringify(errors)))

/** Every route of the session flow. A path without the `/` at its end is not found. */
export function createRoutes(parts: RouteParts): readonly Route[] {
  const { sessions, files, now, speed } = parts

  /** The caller's session. @throws VendorError 403, 404, 410; another client's session is refused like an unknown one */
  function findOwn({ request, parameters }: Exchange): SimulatedSession {
    const client = authenticateData(parts.clients, request.headers)
    const session = sessions.find(parameters.id ?? '')
    if (session?.client !== client) throw codeError(404, 'SESSION_NOT_FOUND', 'There is no session with this id')
    if (session.isDeleted) throw codeError(410, 'SESSION_DELETED', 'The session with this id has been deleted')
    return session
  }
  function look(session: SimulatedSession): Sight {
    return { session, state: sessions.stateOf(session), now: now(), speed }
  }
  /** @throws VendorError 400 */
  function requireInitiated(session: SimulatedSession): void {
    if (!session.initiatedAt) throw codeError(400, 'PROCESSING_NOT_REQUESTED', 'Processing has not been requested yet')
  }
  /** @throws VendorError 400 */
  function requireCompleted(session: SimulatedSession): void {
    requireInitiated(session)
    if (!session.completedAt) throw codeError(400, 'PROCESSING_NOT_COMPLETED', 'The session is being processed')
  }
  /** The session for an upload. ASSUMED: a deleted session is refused like an unknown one. @throws VendorError 400 */
  function findOpen(client: SimulatedClient, id: string): SimulatedSession {
    const session = sessions.find(id)
    if (session?.client === client && sessions.stateOf(session) === 'open') return session
    const isKnown = session?.client === client
    const code = isKnown ? 'SESSION_EXPIRED' : client.settings.unknownSession
    const message = code === 'SESSION_EXPIRED' ? 'This session has expired' : 'The provided Session ID is invalid'
    throw uploadError(400, code, message)
  }

  /** A route below one of the caller's sessions. The last part of its path is its operation. */
  function ofSession(operation: Operation, method: string, answer: (session: SimulatedSession) => Answer): Route {
    const path = new RegExp(`^${base}/session_data/(?<id>[^/]+)/${operation.replaceAll('-', '_')}/$`)
    return { operation, method, path, carryOut: exchange => answer(findOwn(exchange)) }
  }

  const routes: readonly Route[] = [
    {
      operation: 'create-session',
      method: 'POST',
      path: /^\/bank-connect\/v(?<version>[12])\/session\/$/,
      async carryOut({ request, parameters }) {
        const body = await readSessionBody(request)
        const client = authenticateSession(parts.clients, request.headers, body.api_key)
        const version = parameters.version === '2' ? 2 : 1
        const session = sessions.create(parseSession(body, { client, version, now: now() }))
        const query = new URLSearchParams({
          session_id: session.id,
          ...(version === 2 && { token: `sim-${session.id}` }),
        })
        return toJsonAnswer(200, { session_id: session.id, redirect_url: `${parts.baseUrl()}/?${query}` })
      },
    },
    {
      operation: 'upload',
      method: 'POST',
      path: new RegExp(`^${base}/statement/upload_session/$`),
      async carryOut({ request, query, entry }) {
        const client = authenticateUpload(parts.clients, request.headers)
        const upload = await readUpload(request)
        const { sessionId, uploadType, bankName, password, file } = upload
        const { fileName, digest, byteSize } = file
        entry.upload = { sessionId, uploadType, bankName, password, fileName, digest, byteSize }
        const session = findOpen(client, sessionId)
        const { plan, taken } = parts.steer(upload)
        const { account, statement } = sessions.add(sessionId, acceptUpload(session, upload, plan))
        taken(statement)
        const withIdentity = query.get('identity') === 'true'
        const body = toUploadBody(session, account, { statement, withIdentity })
        // ASSUMED: the flag adds the answer of the call for the progress.
        const { progress } = toProgressBody(look(findOpen(client, sessionId)))
        return toJsonAnswer(200, query.get('progress') === 'true' ? { ...body, progress } : body)
      },
    },
    {
      operation: 'upload-status',
      method: 'GET',
      path: new RegExp(`^${base}/session_data/(?<id>[^/]+)/session_upload_status/$`),
      carryOut(exchange) {
        authenticateData(parts.clients, exchange.request.headers)
        if (!z.guid().safeParse(exchange.parameters.id).success)
          throw codeError(400, 'KEY_REQUIRED', 'A valid session_id is required')
        return toJsonAnswer(200, toUploadStatusBody(look(findOwn(exchange))))
      },
    },
    ofSession('initiate-processing', 'POST', session => {
      const { settings } = session.client
      if (session.initiatedAt)
        throw codeError(
          settings.duplicateProcessingStatus,
          'DUPLICATE_PROCESSING_REQUEST',
          'Processing has been requested before',
        )
      // ASSUMED: an expired session is refused in the same way as its uploads.
      if (sessions.stateOf(session) === 'expired') throw codeError(400, 'SESSION_EXPIRED', 'This session has expired')
      // ASSUMED: a session without any statement is refused in the same way.
      if (listStatements(session).every(({ plan }) => plan.statementFault === 'UNPARSABLE'))
        throw codeError(400, 'UNPARSABLE_STATEMENTS', 'No statement of the session can be parsed')
      sessions.initiate(session.id)
      return toJsonAnswer(202, { session_id: session.id, message: 'success' })
    }),
    ofSession('progress', 'GET', session => {
      requireInitiated(session)
      return toJsonAnswer(200, toProgressBody(look(session)))
    }),
    ofSession('session-status', 'GET', session => {
      requireCompleted(session)
      return toJsonAnswer(200, toSessionStatusBody(look(session)))
    }),
    ofSession('insights', 'GET', session => {
      requireCompleted(session)
      // ASSUMED: when accounts are rejected, the insights leave out those with a fault.
      const accounts = hasInsights(session)
        ? session.accounts
        : session.accounts.filter(account => findAccountFault(session, account) === null)
      return streamJson(200, createInsightsBody(session, accounts, files.toUrl))
    }),
    ofSession('get-pdfs', 'GET', ({ accounts }) => {
      const statements = accounts.flatMap(account =>
        account.statements.map(({ id, password, createdAt, plan }) => ({
          statement_id: id,
          bank_name: account.bank,
          pdf_password: password,
          pdf_url: now().getTime() < createdAt.getTime() + fileRetentionMs ? files.toUrl(`statement_${id}.pdf`) : '',
          account_id: account.id,
          source: 'PDF',
          message: toFileMessage(plan),
        })),
      )
      return toJsonAnswer(200, { statements })
    }),
    ofSession('delete', 'DELETE', ({ id }) => {
      sessions.delete(id)
      // ASSUMED: the same answer as other calls that change a session.
      return toJsonAnswer(200, { session_id: id, message: 'success' })
    }),
    {
      operation: 'catalogue',
      method: 'GET',
      path: new RegExp(`^${base}/banks/catalogue/$`),
      carryOut({ request }) {
        authenticateData(parts.clients, request.headers)
        return toJsonAnswer(200, toCatalogueBody(parts.baseUrl()))
      },
    },
    {
      operation: 'update-webhook',
      method: 'POST',
      path: new RegExp(`^${base}/session_data/update_webhook/$`),
      async carryOut({ request }) {
        const client = authenticateData(parts.clients, request.headers)
        const { webhook_url, webhook_mode = 0 } = await readJson(request, webhookBody)
        parts.moveWebhook(client, webhook_url)
        client.settings.webhookMode = webhook_mode
        return toJsonAnswer(200, { message: 'success' })
      },
    },
    { operation: 'file', method: 'GET', path: /^\/files\/(?<name>[^/]+)$/, carryOut: files.answer },
    {
      operation: 'logo',
      method: 'GET',
      path: /^\/bank_logos\/(?<name>[^/]+)_light\.png$/,
      carryOut({ parameters }) {
        const logo = createLogo(parameters.name ?? '')
        if (!logo) throw detailError(404, 'Not found.')
        return toFileAnswer('image/png', [logo])
      },
    },
  ]
  return [...routes, ...routes.flatMap(refuseOtherMethods)]
}

/** Source: "Get PDFs" on the vendor's page on management; the messages are those of its older page on output. */
function toFileMessage({ frauds }: StatementPlan): string {
  if (frauds.some(({ type }) => type === 'author_fraud')) return 'Author Fraud'
  return frauds.some(({ type }) => type === 'date_fraud') ? 'Date Fraud' : 'Success'
}

/** 405 with a code for sessions, as documented, and in the framework's shape elsewhere (ASSUMED). */
function refuseOtherMethods({ operation, method: right, path }: Route): readonly Route[] {
  return ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']
    .filter(method => method !== right)
    .map(method => ({
      operation,
      method,
      path,
      carryOut() {
        const message = `The method ${method} is not allowed.`
        throw operation === 'create-session' ? codeError(405, 'METHOD_NOT_ALLOWED', message) : detailError(405, message)
      },
    }))
}
