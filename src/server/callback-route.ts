import type { FastifyInstance } from 'fastify'
import type { ReceiveReturn } from '../bank-logins/receive-return.ts'
import { AppError } from '../errors.ts'
import type { ReceiveShipmentNotice } from '../shipments/receive-shipment-notice.ts'

/** Callbacks need no body: their content is in the address. */
const bodyLimit = 16 * 1024

export interface CallbackRouteDeps {
  readonly receiveReturn: ReceiveReturn
  readonly receiveShipmentNotice: ReceiveShipmentNotice
}

/**
 * `GET /callbacks/:provider/:token`: a customer's browser comes back from a provider's pages and is redirected. `POST`
 * to the same path: a provider reports the state of a shipment in the query. Both are stored before they are answered.
 * A token is valid for one of the two only.
 */
export function registerCallbackRoute(app: FastifyInstance, deps: CallbackRouteDeps): void {
  const url = '/callbacks/:provider/:token'
  type Route = { readonly Params: { readonly provider: string; readonly token: string } }

  app.get<Route>(url, { exposeHeadRoute: false }, async (request, reply) => {
    const { provider: providerId, token } = request.params
    const destination = await deps.receiveReturn({ providerId, token, correlationId: request.id })
    if (destination === 'unknown') throw new AppError('NOT_FOUND', 'Nothing is served at this address.')
    reply.header('cache-control', 'no-store')
    if (destination === null) return reply.code(410).type('text/html; charset=utf-8').send(pageOver)
    return reply.redirect(destination.href, 303)
  })

  app.register(async scope => {
    // Any body is discarded.
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

/** For a customer whose browser came back twice or too late. */
const pageOver = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>This page has expired</title>
<p>This visit to your bank is over. Please go back to where you came from, and begin again there if anything is missing.</p>
</html>
`
