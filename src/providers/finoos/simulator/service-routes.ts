import { z } from 'zod'
import { toJsonAnswer } from '../../../simulation/answer.ts'
import { findByLogoQuery, searchCompanies } from './companies.ts'
import { noContent, type Route, type RouteBuilders, type VendorParts } from './exchange.ts'
import { toLogo } from './logos.ts'
import { analysePartners } from './payment-partners.ts'
import { type Channel, shipmentBodies } from './shipments.ts'
import { parseInput, readJson, VendorError } from './vendor-error.ts'

const queryID = z.string().max(200).optional()
const text = z.string().min(1).max(1_000)

/** Source of the number: "Search Logos", https://os.fino.ai/tmp/docv1. ASSUMED: the same for companies. */
const toBody = <T>(query: z.ZodType<T>) =>
  z.strictObject({ queries: z.array(query).max(200, 'must not be more than 200') })

const companiesBody = toBody(z.strictObject({ queryID, name: text }))
const logosBody = toBody(
  z
    .strictObject({ queryID, name: text.optional(), creditorId: text.optional(), iban: text.optional() })
    .refine(query => query.name ?? query.creditorId ?? query.iban, 'must have a name, creditorId or iban'),
)
const logosQuery = z.strictObject({
  exactMatch: z
    .enum(['true', 'false'])
    .default('false')
    .transform(value => value === 'true'),
  fuzziness: z.enum(['AUTO', '1', '2']).default('AUTO'),
})

/**
 * Companies, letters and faxes, payment partners. Source: https://os.fino.ai/tmp/docv1. ASSUMED: all paths, and that companies, logos and
 * shipments need only the scope of the account.
 */
export function createServiceRoutes(
  { customer, user }: RouteBuilders,
  { shipments, world, origin }: VendorParts,
): readonly Route[] {
  function shipmentRoute(channel: Channel): Route {
    const route = { operation: channel, scope: 'documentShipment', method: 'POST' } as const
    return customer({ ...route, path: `/documentshipment/${channel}` }, async exchange => {
      const body = await readJson(exchange.request, shipmentBodies[channel])
      await shipments.send(exchange.customer, channel, body)
      return noContent
    })
  }

  return [
    customer(
      { operation: 'companies', scope: 'companies', method: 'POST', path: '/companies/search' },
      async ({ request }) => {
        const { queries } = await readJson(request, companiesBody)
        const results = queries.map(({ queryID: id, name }) => ({
          queryID: id,
          companies: searchCompanies(name).map(found => ({
            name: found.name,
            address: found.address,
            creditorIds: [found.creditorId],
            ibans: [found.iban],
            logo: toLogo(origin(), found.name),
          })),
        }))
        return toJsonAnswer(200, { results: results.toReversed() })
      },
    ),
    customer(
      { operation: 'company-logos', scope: 'companiesLogo', method: 'POST', path: '/companies/logos/search' },
      async ({ request, query }) => {
        const matching = parseInput(Object.fromEntries(query), logosQuery)
        const { queries } = await readJson(request, logosBody)
        const results = queries.map(({ queryID: id, ...wanted }) => {
          const found = findByLogoQuery(wanted, matching)
          return { queryID: id, logo: found && toLogo(origin(), found.name) }
        })
        // "The order of the results list is not guaranteed to match the order of the queries list."
        return toJsonAnswer(200, { results: results.toReversed() })
      },
    ),
    shipmentRoute('letter'),
    shipmentRoute('fax'),
    user(
      {
        operation: 'payment-partners',
        scope: 'paymentPartnerAnalysis',
        method: 'GET',
        path: '/users/:userId/paymentpartneranalysis',
      },
      exchange => {
        // Source: "Types", https://os.fino.ai/tmp/docv1. ASSUMED: the status.
        if (exchange.user.type !== 'company') throw new VendorError(403)
        return toJsonAnswer(200, analysePartners(exchange.user, world.now().getTime()))
      },
    ),
  ]
}
