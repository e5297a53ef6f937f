import type { FastifyInstance } from 'fastify'
import type { receiveWebhook } from '../analysis/receive-webhook.ts'
import type { WebhookRequest } from '../providers/provider.ts'

const bodyLimit = 1024 * 1024

/** Takes a webhook of a provider and says what became of it. */
export type TakeWebhook = (
  providerId: string,
  request: WebhookRequest,
  correlationId: string,
) => ReturnType<typeof receiveWebhook>

const unknownProvider = { error: { code: 'NOT_FOUND', message: 'There is no provider of that name.' } }
const unverified = {
  error: { code: 'UNAUTHENTICATED', message: 'The webhook has no valid signature, or its address no valid token.' },
}

/** `POST /webhooks/:provider[/:token]`: raw bytes in, an answer as soon as they are kept. */
export function registerWebhookRoute(app: FastifyInstance, takeWebhook: TakeWebhook): void {
  app.register(async scope => {
    // Signatures cover the bytes as they came, so nobody may parse them first.
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit }, (_request, body, done) => done(null, body))
    type Params = { readonly provider: string; readonly token?: string }
    const options = { bodyLimit, config: { body: 'any-type' } } as const
    scope.post<{ Params: Params }>('/webhooks/:provider/:token?', options, async (request, reply) => {
      const { provider, token = null } = request.params
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
      const outcome = await takeWebhook(provider, { headers: request.headers, body, token }, request.id)
      if (outcome === 'unknown') return reply.code(404).send(unknownProvider)
      if (outcome === 'unverified') return reply.code(401).send(unverified)
      return reply.code(200).send({ received: true })
    })
  })
}
