import { HeaderMap, type HTTPGraphQLRequest } from '@apollo/server'
import type { FastifyRequest } from 'fastify'
import { isRecord } from './is-record.ts'
import type { AskedDocument, FoundText } from './operation-texts.ts'

type Members = Readonly<Record<string, unknown>>

/** The document that a request names. Apollo Server reports everything else that is wrong with the request. */
export function askedDocumentOf({ method, query, body }: FastifyRequest): AskedDocument {
  if (method !== 'GET') return membersOf(body)
  const { extensions, ...asked } = membersOf(query)
  return { ...asked, extensions: parseJson(extensions) }
}

/** A request in Apollo Server's form. A text that was found by its id replaces the id. */
export function toApolloRequest(request: FastifyRequest, { text, byId }: FoundText): HTTPGraphQLRequest {
  const { method, url } = request
  const headers = new HeaderMap()
  for (const [name, value] of Object.entries(request.headers)) if (value) headers.set(name, [value].flat().join(', '))
  const search = url.includes('?') ? new URL(url, 'http://localhost').search : ''
  if (!byId || text === null) return { method, headers, search, body: request.body }
  const body = membersOf(request.body)
  const extensions = { ...membersOf(body.extensions), persistedQuery: undefined }
  return { method, headers, search: withQuery(search, text), body: { ...body, query: text, extensions } }
}

function withQuery(search: string, query: string): string {
  const parameters = new URLSearchParams(search)
  parameters.set('query', query)
  parameters.delete('extensions')
  return `?${parameters}`
}

function membersOf(value: unknown): Members {
  return isRecord(value) ? value : {}
}

function parseJson(json: unknown): unknown {
  try {
    return typeof json === 'string' ? JSON.parse(json) : undefined
  } catch {
    return undefined
  }
}
