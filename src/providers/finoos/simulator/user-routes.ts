import { z } from 'zod'
import { toJsonAnswer } from '../../../simulation/answer.ts'
import type { Customer } from './customers.ts'
import { apiVersion, noContent, type Route, type RouteBuilders, toName, type VendorParts } from './exchange.ts'
import { type Scope, scopeInput } from './scopes.ts'
import { parseInput, readJson, VendorError } from './vendor-error.ts'

const credentials = z.strictObject({ name: z.string().min(1), secret: z.string().min(1) })
const refreshBody = credentials.extend({ refreshToken: z.string().min(1) })
const userBody = z.strictObject({ type: z.enum(['person', 'company']), scopes: z.array(scopeInput).optional() })
const scopeBody = z.strictObject({ name: scopeInput })
const wholeNumber = z
  .string()
  .regex(/^\d{1,9}$/, 'must be a whole number')
  .transform(Number)
const pageQuery = z.strictObject({ page: wholeNumber, perPage: wholeNumber.pipe(z.int().min(1).max(50)) })

/** Authentication, users, scopes and settings. Source: https://os.fino.ai/tmp/docv1 */
export function createUserRoutes(
  { open, customer, user }: RouteBuilders,
  { customers, tokens, users }: VendorParts,
): readonly Route[] {
  /** @throws VendorError 401 */
  function identify(name: string, secret: string): Customer {
    const found = customers.find(one => one.name === name && one.secret === secret)
    if (!found) throw new VendorError(401)
    return found
  }

  return [
    open({ operation: 'auth', method: 'POST', path: '/auth' }, async ({ request }) => {
      const { name, secret } = await readJson(request, credentials)
      return toJsonAnswer(200, tokens.issue(identify(name, secret)))
    }),
    // ASSUMED: the path; a refresh token that is unknown or expired is a 401.
    open({ operation: 'refresh', method: 'POST', path: '/auth/refresh' }, async ({ request }) => {
      const { name, secret, refreshToken } = await readJson(request, refreshBody)
      const owner = identify(name, secret)
      if (!tokens.redeem(owner, refreshToken)) throw new VendorError(401)
      return toJsonAnswer(200, tokens.issue(owner))
    }),
    // ASSUMED: the path, and that the scopes are one text, separated by commas; the page calls them a string.
    customer({ operation: 'settings', method: 'GET', path: '/settings' }, exchange => {
      const { name, scopes: own } = exchange.customer
      return toJsonAnswer(200, { apiVersion, name, scopes: own.join(',') })
    }),
    // ASSUMED: the members of an item, and the order: oldest first.
    customer({ operation: 'users', method: 'GET', path: '/users' }, exchange => {
      const { page, perPage } = parseInput(Object.fromEntries(exchange.query), pageQuery)
      const own = users.list().filter(one => one.owner === exchange.customer)
      const items = own.slice(page * perPage, (page + 1) * perPage)
      return toJsonAnswer(200, { users: items.map(one => ({ id: one.id, type: one.type, scopes: [...one.scopes] })) })
    }),
    // ASSUMED: `type` is required, as the text says and the schema does not; a scope that the account lacks is a 403.
    customer({ operation: 'create-user', method: 'POST', path: '/users' }, async exchange => {
      const { type, scopes: wanted = exchange.customer.scopes } = await readJson(exchange.request, userBody)
      for (const scope of wanted) requireBooked(exchange.customer, scope)
      return toJsonAnswer(200, { id: users.create(exchange.customer, type, wanted).id })
    }),
    user({ operation: 'delete-user', method: 'DELETE', path: '/users/:userId' }, exchange => {
      users.delete(exchange.user.id)
      return noContent
    }),
    // ASSUMED: path and answer of both; adding a scope that the user has is a 409, removing one that it does not have is a 404.
    user({ operation: 'add-scope', method: 'POST', path: '/users/:userId/scopes' }, async exchange => {
      const { name } = await readJson(exchange.request, scopeBody)
      requireBooked(exchange.customer, name)
      if (exchange.user.scopes.has(name)) throw new VendorError(409, 'the user has this scope')
      users.addScope(exchange.user, name)
      return noContent
    }),
    user({ operation: 'delete-scope', method: 'DELETE', path: '/users/:userId/scopes/:scope' }, exchange => {
      const name = parseInput(toName(exchange.parameters.scope), scopeInput)
      requireBooked(exchange.customer, name)
      if (!exchange.user.scopes.delete(name)) throw new VendorError(404)
      return noContent
    }),
  ]
}

function requireBooked(customer: Customer, scope: Scope): void {
  if (!customer.scopes.includes(scope)) throw new VendorError(403)
}
