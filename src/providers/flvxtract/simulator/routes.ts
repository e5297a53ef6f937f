import { z } from 'zod'
import { streamJson, toJsonAnswer } from '../../../simulation/answer.ts'
import type * as simulation from '../../../simulation/http-server.ts'
import { type RateLimit, type RateLimits, toRateLimitHeaders } from '../../../simulation/rate-limits.ts'
import { type Consents, toJoinedAnswer, toJoinPage } from './consents.ts'
import type { JournalEntry, Operation } from './control.ts'
import type { Organisation } from './organisations.ts'
import { type ReceivedFile, readUpload } from './read-upload.ts'
import { createAnalysisBody } from './statement-content.ts'
import type { SimulatedStatement, Statements } from './statements.ts'
import type { OrganisationTokens } from './tokens.ts'
import { parseInput, readJson, VendorError } from './vendor-error.ts'

/**
 * Calls per minute and credential. Source: "Rate Limiting", https://flvxtract.com/docs
 * ASSUMED: limits count by whole minutes of the clock, as the sample's reset (1706270460) falls on one.
 */
export const perMinute = { global: 1000, upload: 10, auth: 5 } as const

type Tier = keyof typeof perMinute

/** Lets a route authenticate and count. The headers of the answer describe the limit that was counted last. */
export function openExchange(
  received: simulation.Received<JournalEntry>,
  limits: RateLimits<Tier>,
  identify: () => Organisation,
): Exchange {
  const tell = (state: RateLimit) => Object.assign(received.answerHeaders, toRateLimitHeaders(state))
  tell(limits.peek('global', 'anonymous'))
  const exchange: Exchange = {
    ...received,
    count(tier, credential) {
      const state = limits.take(tier, credential)
      tell(state)
      if (state.exceeded)
        throw new VendorError(429, 'Too many requests. Wait until the time in X-RateLimit-Reset before retrying.')
    },
    authenticate() {
      const organisation = identify()
      exchange.count('global', organisation.id)
      return organisation
    },
  }
  return exchange
}

/** One request with what its route needs. */
export interface Exchange extends simulation.Received<JournalEntry> {
  /** Counts against a limit. @throws VendorError 429 */
  count(tier: Tier, credential: string): void
  /** The caller, whose call counts against the global limit. @throws VendorError 401, 429 */
  authenticate(): Organisation
}

type Route = simulation.Route<Operation, Exchange>

interface RouteParts {
  readonly organisations: readonly Organisation[]
  readonly statements: Statements
  readonly consents: Consents
  readonly tokens: OrganisationTokens
  readonly baseUrl: () => string
  /** @throws VendorError 402 */
  acceptFile(organisation: Organisation, file: ReceivedFile): SimulatedStatement
  /** The customer agrees, which makes a statement. @returns null when the link is no longer valid */
  share(consentId: string): SimulatedStatement | null
}

const required = (field: string) =>
  z.string({ error: `The ${field} field is required.` }).min(1, `The ${field} field is required.`)

const loginBody = z.strictObject({
  email: required('email').pipe(z.email('The email field is not a valid e-mail address.')),
  password: required('password').min(8, 'Password must be at least 8 characters.'),
})
const refreshBody = z.strictObject({ refreshToken: required('refreshToken') })

/** ASSUMED: the members of a consent request. */
const consentBody = z.strictObject({
  customerName: required('customerName'),
  customerEmail: z.email('The customerEmail field is not a valid e-mail address.').optional(),
  redirectUrl: z.url({ protocol: /^https?$/, error: 'The redirectUrl field is not a valid URL.' }).optional(),
})

/** ASSUMED: the parameters of the list, and at most 100 items per page. */
const pageQuery = z.strictObject({
  page: z.coerce.number('page must be a number.').int().min(1).default(1),
  pageSize: z.coerce.number('pageSize must be a number.').int().min(1).max(100).default(50),
})

/** Every route. Source: https://flvxtract.com/docs; `/join` is the target of the simulator's join links. */
export function createRoutes(parts: RouteParts): readonly Route[] {
  const { statements, consents, tokens } = parts

  /** @throws VendorError 400; 404 also for another organisation's statement */
  function findOwn({ parameters }: Exchange, organisation: Organisation): SimulatedStatement {
    const { id = '' } = parameters
    parseInput({ id }, z.object({ id: z.guid(`The value '${id}' is not valid.`) }))
    const statement = statements.find(id.toLowerCase())
    if (statement?.organisationId !== organisation.id) throw new VendorError(404, 'Statement not found.')
    return statement
  }

  return [
    {
      operation: 'login',
      method: 'POST',
      path: /^\/api\/auth\/login$/,
      async carryOut(exchange) {
        const { email, password } = await readJson(exchange.request, loginBody)
        exchange.count('auth', email.toLowerCase())
        const isOwner = (one: Organisation) =>
          one.email.toLowerCase() === email.toLowerCase() && one.password === password
        const owner = parts.organisations.find(isOwner)
        if (!owner) throw new VendorError(401, 'Invalid email or password.')
        return toJsonAnswer(200, tokens.issue(owner))
      },
    },
    {
      operation: 'refresh',
      method: 'POST',
      path: /^\/api\/auth\/refresh$/,
      async carryOut(exchange) {
        const { refreshToken } = await readJson(exchange.request, refreshBody)
        const owner = tokens.redeem(refreshToken)
        exchange.count('auth', owner?.email.toLowerCase() ?? 'nobody')
        if (!owner) throw new VendorError(401, 'The refresh token is invalid or has expired.')
        return toJsonAnswer(200, tokens.issue(owner))
      },
    },
    {
      operation: 'upload',
      method: 'POST',
      path: /^\/api\/statements\/upload$/,
      async carryOut(exchange) {
        const organisation = exchange.authenticate()
        exchange.count('upload', organisation.id)
        requireFullPermissions(organisation)
        const file = await readUpload(exchange.request)
        const { fileName, digest, byteSize } = file
        exchange.entry.upload = { fileName, digest, byteSize }
        const { id, status } = parts.acceptFile(organisation, file)
        return toJsonAnswer(201, { id, status, fileName })
      },
    },
    {
      operation: 'list',
      method: 'GET',
      path: /^\/api\/statements$/,
      carryOut(exchange) {
        const organisation = exchange.authenticate()
        const { page, pageSize } = parseInput(Object.fromEntries(exchange.query), pageQuery)
        const own = statements.list().filter(one => one.organisationId === organisation.id)
        const items = own.slice((page - 1) * pageSize, page * pageSize).map(toStatementBody)
        return toJsonAnswer(200, { items, total: own.length })
      },
    },
    {
      operation: 'statement',
      method: 'GET',
      path: /^\/api\/statements\/(?<id>[^/]+)$/,
      carryOut: exchange => toJsonAnswer(200, toStatementBody(findOwn(exchange, exchange.authenticate()))),
    },
    {
      operation: 'analysis',
      method: 'GET',
      path: /^\/api\/statements\/(?<id>[^/]+)\/analysis$/,
      carryOut(exchange) {
        const { content, plan } = findOwn(exchange, exchange.authenticate())
        // ASSUMED: the answer before there is an analysis, and when there is none.
        if (!content) throw new VendorError(404, 'The analysis is not available yet.')
        return streamJson(200, createAnalysisBody(content.analysis, plan.analysis, plan.memberOrder))
      },
    },
    {
      operation: 'consent',
      method: 'POST',
      path: /^\/api\/consent\/requests$/,
      async carryOut(exchange) {
        const organisation = exchange.authenticate()
        requireFullPermissions(organisation)
        const body = await readJson(exchange.request, consentBody)
        const { customerName, customerEmail = null, redirectUrl = null } = body
        const { id, status, expiresAt } = consents.create({
          organisationId: organisation.id,
          customerName,
          customerEmail,
          redirectUrl,
        })
        return toJsonAnswer(201, { id, joinLink: `${parts.baseUrl()}/join/${id}`, status, expiresAt })
      },
    },
    {
      operation: 'join',
      method: 'GET',
      path: /^\/join\/(?<id>[^/]+)$/,
      carryOut: ({ parameters: { id = '' } }) => toJoinPage(consents.find(id)),
    },
    {
      operation: 'join',
      method: 'POST',
      path: /^\/join\/(?<id>[^/]+)$/,
      carryOut({ parameters: { id = '' } }) {
        const consent = consents.find(id)
        return consent && parts.share(id) ? toJoinedAnswer(consent) : toJoinPage(consent)
      },
    },
  ]
}

function requireFullPermissions(organisation: Organisation): void {
  if (organisation.permissions !== 'full') throw new VendorError(403, 'Your credentials do not permit this.')
}

/** ASSUMED: all but `id` and `status`. */
function toStatementBody(statement: SimulatedStatement) {
  return {
    id: statement.id,
    fileName: statement.fileName,
    status: statement.status,
    bankName: statement.content?.bankName,
    failureReason: statement.failureReason ?? undefined,
    consentRequestId: statement.consentRequestId ?? undefined,
  }
}
