import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import { type Sandbox, vendorConditions } from '../sandbox/create-sandbox.ts'

const clockBody = z
  .strictObject({
    forwardSeconds: z.number('must be a number of seconds').min(0.001, 'must be more than 0 seconds').optional(),
    to: z.iso.datetime({ offset: true, error: 'must be a time such as 2026-01-31T12:00:00Z' }).optional(),
  })
  .refine(
    ({ forwardSeconds, to }) => (forwardSeconds === undefined) !== (to === undefined),
    'must be either {"forwardSeconds": …} or {"to": …}',
  )
const conditionBody = z.strictObject({
  condition: z.enum(vendorConditions, `must be one of ${vendorConditions.join(', ')}`),
})
const variantQuery = z.object({
  variant: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/, 'must be 1 to 40 of the characters a-z, 0-9 and -')
    .optional(),
})

/**
 * The routes of a sandbox: sample documents by outcome, the states of the simulated vendors, and a clock that can be
 * set forward.
 */
export function registerSandboxRoute(app: FastifyInstance, sandbox: Sandbox): void {
  // Only JSON remains: bodies of other types are answered 415.
  app.removeContentTypeParser('text/plain')
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('cache-control', 'no-store')
  })

  app.get('/sandbox', () => {
    const { documents, ...offer } = sandbox.describe()
    return { ...offer, documents: documents.map(one => ({ ...one, url: `/sandbox/documents/${one.outcome}.pdf` })) }
  })

  app.get<{ Params: { outcome: string } }>('/sandbox/documents/:outcome.pdf', async (request, reply) => {
    const { outcome } = request.params
    const { variant = null } = read(variantQuery, request.query)
    const pdf = sandbox.openDocument(outcome, variant)
    if (!pdf) throw new AppError('NOT_FOUND', 'There is no such sample document. GET /sandbox lists those there are.')
    const fileName = variant === null ? `sample-${outcome}.pdf` : `sample-${outcome}-${variant}.pdf`
    reply.header('content-disposition', `attachment; filename="${fileName}"`)
    return reply.type('application/pdf').send(pdf)
  })

  app.get('/sandbox/clock', () => sandbox.clock())

  app.post('/sandbox/clock', ({ body }) => {
    const { forwardSeconds, to } = read(clockBody, body)
    const seconds = forwardSeconds ?? (Date.parse(to ?? '') - sandbox.clock().now.getTime()) / 1_000
    if (seconds <= 0) throw new AppError('BAD_USER_INPUT', `to: ${to} is in the past. The clock cannot be set back.`)
    return sandbox.forward(seconds)
  })

  app.post<{ Params: { provider: string } }>('/sandbox/providers/:provider', ({ params, body }) => {
    const { condition } = read(conditionBody, body)
    const state = sandbox.setCondition(params.provider, condition)
    if (!state) throw new AppError('NOT_FOUND', 'There is no such provider. GET /sandbox lists those there are.')
    return state
  })
}

/** @throws AppError BAD_USER_INPUT that names each invalid member */
function read<Output>(schema: z.ZodType<Output>, input: unknown): Output {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  const faults = parsed.error.issues.map(({ path, message }) => [...path, message].join(': '))
  throw new AppError('BAD_USER_INPUT', faults.join('; '))
}
