import type { FastifyRequest } from 'fastify'
import { getOperationAST, type OperationDefinitionNode } from 'graphql'
import { LRUCache } from 'lru-cache'
import type { Documents, ValidDocument } from './documents.ts'
import { isRecord } from './is-record.ts'
import type { FoundText } from './operation-texts.ts'

type SentRequest = Pick<FastifyRequest, 'method' | 'headers' | 'body'>

/** A request of a kind that Apollo Server has answered before. */
export interface RepeatedRequest {
  readonly valid: ValidDocument
  readonly operation: OperationDefinitionNode
  readonly operationName: string | null
  readonly variables: Readonly<Record<string, unknown>>
  /** The media type of its answer. */
  readonly mediaType: string
}

/**
 * Tells which requests need not pass through Apollo Server: those by POST with a document that it has found valid, and
 * an `accept` header for which it has chosen a media type. Its pipeline takes longer than the execution of a small query.
 */
export interface RepeatedRequests {
  /** @returns null when Apollo Server has to look at the request */
  read(request: SentRequest, found: FoundText): RepeatedRequest | null
  /** Remembers the media type that Apollo Server chose for the answer to a request. */
  remember(request: SentRequest, mediaType: string): void
}

/** Clients send few different `accept` headers, all of them short. */
const maxHeaders = 100
const maxHeaderLength = 200
/** The member of `accept` with which a router asks for a callback. Apollo Server answers it with other headers. */
const callbackParameter = 'callbackspec'

export function createRepeatedRequests(documents: Pick<Documents, 'find'>): RepeatedRequests {
  const mediaTypes = new LRUCache<string, string>({ max: maxHeaders })
  return {
    read({ method, headers, body }, { text, isNew }) {
      if (method !== 'POST' || text === null || isNew || asksForTrace(headers)) return null
      const mediaType = mediaTypes.get(headers.accept ?? '')
      const valid = documents.find(text)
      if (mediaType === undefined || valid === null || !isWellFormed(body)) return null
      const { operationName = null, variables } = body
      const operation = getOperationAST(valid.document, operationName)
      if (!operation || operation.operation === 'subscription') return null
      return { valid, operation, operationName, variables: variables ?? {}, mediaType }
    },
    remember({ headers: { accept = '' } }, mediaType) {
      if (accept.length <= maxHeaderLength && !accept.toLowerCase().includes(callbackParameter))
        mediaTypes.set(accept, mediaType)
    },
  }
}

function asksForTrace(headers: SentRequest['headers']): boolean {
  return headers['apollo-federation-include-trace'] !== undefined
}

interface Body {
  readonly operationName?: string | null | undefined
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined
}

/** Whether Apollo Server would accept the members of a body. Its text is known. */
function isWellFormed(body: unknown): body is Body {
  if (!isRecord(body)) return false
  const { query, operationName, variables, extensions } = body
  return (
    isAbsentOr(query, isText) &&
    isAbsentOr(operationName, isText) &&
    isAbsentOr(variables, isRecord) &&
    isAbsentOr(extensions, isRecord)
  )
}

function isAbsentOr(value: unknown, isRight: (value: unknown) => boolean): boolean {
  return value === undefined || value === null || isRight(value)
}

function isText(value: unknown): boolean {
  return typeof value === 'string'
}
