import { createHash } from 'node:crypto'
import { GraphQLError } from 'graphql'
import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import type { Caller } from '../auth/caller.ts'
import { AppError } from '../errors.ts'

/** The document of an operation as it was sent: its text or its id. */
export interface AskedDocument {
  readonly query?: unknown
  /** https://github.com/graphql/graphql-over-http/blob/main/spec/Appendix%20A%20--%20Persisted%20Documents.md */
  readonly documentId?: unknown
  /** `persistedQuery.sha256Hash` is an id as well. */
  readonly extensions?: unknown
}

/**
 * Texts of operations by their ids: trusted documents, and automatic persisted queries, which clients register by sending a
 * text with its hash. Shared by all transports, so a hash that was registered over HTTP can be used on a socket.
 */
export interface OperationTexts {
  /**
   * @throws AppError FORBIDDEN for a document that the caller may not send, BAD_USER_INPUT for a text with a wrong hash
   */
  find(asked: AskedDocument, caller: Pick<Caller, 'scopes'>): FoundText
  /** Registers a valid text under its SHA-256. */
  keep(text: string): void
}

export interface FoundText {
  /** The text to run; null when it was neither sent nor found. */
  readonly text: string | null
  /** Whether it was found by its id. */
  readonly byId: boolean
  /** Whether it was sent with its hash, to be registered after validation. */
  readonly isNew: boolean
}

/** The most characters of registered texts. Those unused for longest are evicted. */
const keptCharacters = 8 * 1024 * 1024

/** @param trusted texts by their ids, the only ones that callers without the scope `explore` may send; null when they may send any */
export function createOperationTexts(
  trusted: ReadonlyMap<string, string> | null,
  maxCharacters: number = keptCharacters,
): OperationTexts {
  const trustedTexts = new Set(trusted?.values())
  const kept = new LRUCache<string, string>({ maxSize: maxCharacters, sizeCalculation: text => text.length })
  return {
    find(asked, { scopes }) {
      const { id, hash } = idsOf(asked)
      const text = typeof asked.query === 'string' && asked.query !== '' ? asked.query : null
      const byTrustedId = id === null ? undefined : trusted?.get(id)
      if (byTrustedId !== undefined) return { text: byTrustedId, byId: true, isNew: false }
      // Without text and id there is nothing to refuse. `missingText` reports that.
      const isTrusted = text === null ? id === null : trustedTexts.has(text)
      if (trusted !== null && !scopes.has('explore') && !isTrusted)
        throw new AppError(
          'FORBIDDEN',
          `${id === null ? 'This document is not among the trusted ones.' : 'No trusted document has this id.'} Add it to the manifest of the server (TRUSTED_DOCUMENTS), or use a credential with the scope explore.`,
        )
      if (text === null) {
        const known = id === null ? undefined : kept.get(id)
        return { text: known ?? null, byId: known !== undefined, isNew: false }
      }
      if (hash !== null && hash !== sha256(text))
        throw new AppError('BAD_USER_INPUT', 'extensions.persistedQuery.sha256Hash is not the SHA-256 of "query".')
      return { text, byId: false, isNew: hash !== null }
    },
    keep(text) {
      kept.set(sha256(text), text)
    },
  }
}

/** The error when there is no text. After it a client with automatic persisted queries sends the text. */
export function missingText(asked: AskedDocument): Error {
  return idsOf(asked).id === null
    ? new AppError('BAD_USER_INPUT', 'Send the text of an operation as "query".')
    : new GraphQLError('PersistedQueryNotFound', { extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } })
}

const idSchema = z.string().min(1).nullish().catch(null)
const extensionsSchema = z
  .object({ persistedQuery: z.object({ sha256Hash: idSchema }).nullish() })
  .nullish()
  .catch(null)

function idsOf({ documentId, extensions }: AskedDocument): {
  readonly id: string | null
  readonly hash: string | null
} {
  if (documentId === undefined && extensions === undefined) return { id: null, hash: null }
  const hash = extensionsSchema.parse(extensions)?.persistedQuery?.sha256Hash ?? null
  const id = idSchema.parse(documentId) ?? hash
  return { id: id?.replace(/^sha256:/, '') ?? null, hash }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
