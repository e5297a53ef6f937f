import { z } from 'zod'
import { streamJson, toJsonAnswer } from '../../../simulation/answer.ts'
import { inPieces, toJsonTexts } from '../../../simulation/json-texts.ts'
import { noContent, type Route, type RouteBuilders, toName, type UserExchange, type VendorParts } from './exchange.ts'
import { loginsBody, mergeLogins, toExternalBody } from './external-logins.ts'
import { toLoginBody } from './login-body.ts'
import { needsUser, statusOf } from './logins.ts'
import { addressOf, type NewSession, returnAddresses, toTanStep } from './sessions.ts'
import { parseInput, readJson, VendorError } from './vendor-error.ts'

const connectBody = z.strictObject({ ...returnAddresses, recurring: z.boolean().default(true) })
const manageBody = z.strictObject(returnAddresses)
const syncBody = z.strictObject({ ...returnAddresses, bankLoginId: z.string().min(1) })

const flag = z.enum(['true', 'false']).transform(value => value === 'true')
/** ASSUMED: absent means true, because the sample leaves it out although the page calls it required. */
const loginsQuery = z.strictObject({ includeTransactions: flag.default(true) })
const manageQuery = z.strictObject({ addBankLogin: flag })

/** Source: "Banking", https://os.fino.ai/tmp/docv1. ASSUMED: the paths, but for connecting, reading and setting logins. */
export function createBankingRoutes(
  { user }: RouteBuilders,
  { sessions, world, origin }: VendorParts,
): readonly Route[] {
  const path = '/users/:userId/banking'
  const now = () => world.now().getTime()
  const banking = { scope: 'banking' } as const
  const withUserIp = { ...banking, needsUserIp: true } as const

  function openSession(session: NewSession) {
    const { token } = sessions.open(session)
    return toJsonAnswer(200, { redirectURL: addressOf(origin(), token) })
  }

  /**
   * ASSUMED: 409 for the Banking UI of a user whose logins were set. The page says that it cannot be used then.
   * @throws VendorError 409
   */
  function refuseExternal({ user: { externalLogins } }: UserExchange): void {
    if (externalLogins.size > 0) throw new VendorError(409, 'the user has logins that were set')
  }
  /** ASSUMED: 409 for setting logins of a user of the Banking UI. @throws VendorError 409 */
  function refuseConnected({ user: { logins } }: UserExchange): void {
    if (logins.size > 0) throw new VendorError(409, 'the user has logins of the Banking UI')
  }

  return [
    user({ ...banking, operation: 'connect', method: 'POST', path: `${path}/connect` }, async exchange => {
      const { recurring, ...addresses } = await readJson(exchange.request, connectBody)
      refuseExternal(exchange)
      const { user } = exchange
      return openSession({ user, purpose: 'connect', recurring, login: null, addresses, step: { name: 'bank' } })
    }),
    user({ ...withUserIp, operation: 'manage', method: 'POST', path: `${path}/manage` }, async exchange => {
      const { addBankLogin } = parseInput(Object.fromEntries(exchange.query), manageQuery)
      const addresses = await readJson(exchange.request, manageBody)
      refuseExternal(exchange)
      const step = { name: addBankLogin ? 'bank' : 'overview' } as const
      return openSession({ user: exchange.user, purpose: 'manage', recurring: true, login: null, addresses, step })
    }),
    user({ ...withUserIp, operation: 'sync', method: 'POST', path: `${path}/sync` }, async exchange => {
      const { bankLoginId, ...addresses } = await readJson(exchange.request, syncBody)
      const { user } = exchange
      const login = user.logins.get(bankLoginId)
      if (!login) throw new VendorError(404)
      if (!needsUser(login, now()) && login.failsSince === null) {
        login.readAt = now()
        return noContent
      }
      const { recurring } = login
      const step = toTanStep(login.customer)
      return openSession({ user, purpose: 'synchronize', recurring, login, addresses, step })
    }),
    user({ ...banking, operation: 'status', method: 'GET', path: `${path}/logins/status` }, exchange => {
      const loginsStatuses = [...exchange.user.logins.values()].map(login => statusOf(login, now()))
      return toJsonAnswer(200, { loginsStatuses })
    }),
    user({ ...banking, operation: 'logins', method: 'GET', path: `${path}/logins` }, exchange => {
      const { includeTransactions } = parseInput(Object.fromEntries(exchange.query), loginsQuery)
      const options = { now: now(), includeTransactions, origin: origin() }
      const { logins, externalLogins } = exchange.user
      // A set, because `toJsonTexts` writes arrays whole and other iterables item by item.
      const bodies = new Set([
        ...[...logins.values()].map(login => toLoginBody(login, options)),
        ...[...externalLogins.values()].map(login => toExternalBody(login, includeTransactions)),
      ])
      return streamJson(200, inPieces(toJsonTexts({ logins: bodies })))
    }),
    user(
      { scope: 'bankingExternal', operation: 'set-logins', method: 'POST', path: `${path}/logins` },
      async exchange => {
        const { logins } = await readJson(exchange.request, loginsBody)
        refuseConnected(exchange)
        exchange.user.externalLogins.clear()
        for (const login of logins) exchange.user.externalLogins.set(login.id, login)
        return noContent
      },
    ),
    user(
      { scope: 'bankingExternal', operation: 'update-logins', method: 'PATCH', path: `${path}/logins` },
      async exchange => {
        const { logins } = await readJson(exchange.request, loginsBody)
        refuseConnected(exchange)
        mergeLogins(exchange.user.externalLogins, logins)
        return noContent
      },
    ),
    user({ ...withUserIp, operation: 'delete-login', method: 'DELETE', path: `${path}/logins/:loginId` }, exchange => {
      const { logins, externalLogins } = exchange.user
      const id = toName(exchange.parameters.loginId)
      if (!logins.delete(id) && !externalLogins.delete(id)) throw new VendorError(404)
      return noContent
    }),
    user({ ...withUserIp, operation: 'disconnect', method: 'DELETE', path }, exchange => {
      exchange.user.logins.clear()
      exchange.user.externalLogins.clear()
      return noContent
    }),
  ]
}
