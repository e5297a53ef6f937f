import type { FastifyInstance } from 'fastify'
import type { ReceiveReturn } from '../bank-logins/receive-return.ts'
import { AppError } from '../errors.ts'
import type { ReceiveShipmentNotice } from '../shipments/receive-shipment-notice.ts'

/** A callback says what it has to say in its address. */
const bodyLimit = 16 * 1024

export interface CallbackRouteDeps {
  readonly receiveReturn: ReceiveReturn
  readonly receiveShipmentNotice: ReceiveShipmentNotice
}

/**
 * `GET /callbacks/:provider/:token`: a customer's browser comes back from a provider's pages, and is sent on. `POST` to an address of
 * the same kind: a provider says what became of a shipment, in the query. What they say is kept before the answer goes out. An address
 * of the one is none of the other.
 */
export function registerCallbackRoute(app: FastifyInstance, deps: CallbackRouteDeps): void {
  const url = '/callbacks/:provider/:token'
  type Route = { readonly Params: { readonly provider: string; readonly token: string } }

  app.get<Route>(url, { exposeHeadRoute: false }, async (request, reply) => {
    const { provider: providerId, token } = request.params
    const destination = await deps.receiveReturn({ providerId, token, correlationId: request.id })
    if (destination === 'unknown') throw new AppError('NOT_FOUND', 'There is nothing here.')
    reply.header('cache-control', 'no-store')
    if (destination === null) return reply.code(410).type('text/html; charset=utf-8').send(pageOver)
    return reply.redirect(destination.href, 303)
  })

  app.register(async scope => {
    // Whatever body comes along is thrown away.
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit }, (_request, _body, done) => done(null))
    scope.post<Route>(url, { bodyLimit, config: { body: 'any-type' } }, async request => {
      const { provider: providerId, token } = request.params
      const query = new URLSearchParams(request.url.split('?').slice(1).join('?'))
      await deps.receiveShipmentNotice({ providerId, token, query, correlationId: request.id })
      return { received: true }
    })
  })
}

/** For the customer, whose browser came twice or too late. */
const pageOver = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>This page is over</title>
<p>This visit to your bank is over. Please go back to where you came from, and begin again there if anything is missing.</p>
</html>
`
