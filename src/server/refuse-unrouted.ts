import type { FastifyInstance } from 'fastify'
import { AppError } from '../errors.ts'
import { MethodNotAllowedError } from './error-answer.ts'

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

/**
 * Refuses requests without a route before their bodies are read: 405 with `Allow` if the address has routes for other methods,
 * else 404. CORS adds a route for OPTIONS to every address.
 */
export function refuseUnrouted(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    if (!request.is404) return
    const { method, url } = request
    const known = methods.filter(other => app.findRoute({ method: other, url }) !== null)
    if (known.length === 0) throw nothingHere()
    const allowed = [...known, 'OPTIONS'].join(', ')
    reply.header('allow', allowed)
    throw new MethodNotAllowedError(`${method} is not allowed here. Allowed: ${allowed}.`)
  })
  // For `reply.callNotFound()` in routes.
  app.setNotFoundHandler(() => {
    throw nothingHere()
  })
}

function nothingHere(): AppError {
  return new AppError('NOT_FOUND', 'Nothing is served at this address.')
}
