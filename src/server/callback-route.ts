import type { FastifyInstance } from 'fastify'
import type { ReceiveShipmentNotice } from '../shipments/receive-shipment-notice.ts'

/** A callback says what it has to say in its address. */
const bodyLimit = 16 * 1024

export interface CallbackRouteDeps {
  readonly receiveShipmentNotice: ReceiveShipmentNotice
}

/**
 * `POST /callbacks/:provider/:token`: a provider says what became of a shipment, in the query. What it says is kept before the answer
 * goes out.
 */
export function registerCallbackRoute(app: FastifyInstance, { receiveShipmentNotice }: CallbackRouteDeps): void {
  app.register(async scope => {
    // Whatever body comes along is thrown away.
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit }, (_request, _body, done) => done(null))
    type Params = { readonly provider: string; readonly token: string }
    const options = { bodyLimit, config: { body: 'any-type' } } as const
    scope.post<{ Params: Params }>('/callbacks/:provider/:token', options, async request => {
      const { provider: providerId, token } = request.params
      const query = new URLSearchParams(request.url.split('?').slice(1).join('?'))
      await receiveShipmentNotice({ providerId, token, query, correlationId: request.id })
      return { received: true }
    })
  })
}
