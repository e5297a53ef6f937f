import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { parseJsonExactly } from '../domain/exact-number.ts'
import { AppError } from '../errors.ts'

const members = z.record(z.string(), z.unknown()).nullish()
const operationSchema = z.object({
  query: z.string().nullish(),
  documentId: z.string().nullish(),
  operationName: z.string().nullish(),
  variables: members,
  extensions: members,
})

/** An operation in an HTTP request. */
export type OperationRequest = z.infer<typeof operationSchema>

/**
 * Reads the operation of a request: from the body of a POST, from the query string of a GET.
 *
 * @throws AppError BAD_USER_INPUT
 */
export function parseOperationRequest({ method, query, body }: FastifyRequest): OperationRequest {
  const result = operationSchema.safeParse(method === 'GET' ? fromAddress(query) : body)
  if (result.success) return result.data
  const [issue] = result.error.issues
  throw new AppError('BAD_USER_INPUT', `This is not a GraphQL request: ${issue?.path.join('.') || 'it'} is malformed.`)
}

const addressSchema = z.looseObject({ variables: z.string().optional(), extensions: z.string().optional() })

/** `variables` and `extensions` are JSON in the query string. A parameter that was given twice is not a string and stays as it is. */
function fromAddress(query: unknown): unknown {
  const { success, data } = addressSchema.safeParse(query)
  if (!success) return query
  return { ...data, variables: fromJson(data.variables), extensions: fromJson(data.extensions) }
}

function fromJson(text: string | undefined): unknown {
  if (text === undefined || text === '') return undefined
  try {
    return parseJsonExactly(text)
  } catch {
    return text
  }
}
