import type { FastifyInstance } from 'fastify'
import type { receiveWebhook } from '../analysis/receive-webhook.ts'
import { AppError } from '../errors.ts'
import type { WebhookRequest } from '../providers/provider.ts'

const bodyLimit = 1024 * 1024

/** Receives a webhook of a provider. */
export type TakeWebhook = (
  providerId: string,
  request: WebhookRequest,
  correlationId: string,
) => ReturnType<typeof receiveWebhook>

const unverified = 'The webhook has no valid signature, or its address no valid token.'

/** `POST /webhooks/:provider[/:token]`: answers as soon as the webhook is stored. */
export function registerWebhookRoute(app: FastifyInstance, takeWebhook: TakeWebhook): void {
  app.register(async scope => {
    // Signatures cover the raw bytes, so the body must not be parsed before.
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit }, (_request, body, done) => done(null, body))
    type Params = { readonly provider: string; readonly token?: string }
    const options = { bodyLimit, config: { body: 'any-type' } } as const
    scope.post<{ Params: Params }>('/webhooks/:provider/:token?', options, async (request, reply) => {
      const { provider, token = null } = request.params
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
      const outcome = await takeWebhook(provider, { headers: request.headers, body, token }, request.id)
      if (outcome === 'unknown') throw new AppError('NOT_FOUND', 'There is no provider with this id.')
      if (outcome === 'unverified') throw new AppError('UNAUTHENTICATED', unverified)
      return reply.code(200).send({ received: true })
    })
  })
}
