import { hash } from 'node:crypto'
import type { ApolloServerOptions, BaseContext } from '@apollo/server'
import type { ASTNode, DocumentNode } from 'graphql'
import { visit } from 'graphql'
import { LRUCache } from 'lru-cache'

/** A document that was found valid. */
export interface ValidDocument {
  readonly text: string
  /** The SHA-256 of the text, in hexadecimal. */
  readonly hash: string
  readonly document: DocumentNode
}

/** Valid documents, so that a repeated text is neither parsed nor validated. Shared by all transports. */
export interface Documents {
  /** @returns null for a text that was not kept, or not for this long */
  find(text: string): ValidDocument | null
  keep(document: DocumentNode): ValidDocument
  /** The same in Apollo Server's form. Its own store does not count the texts, which may consist mostly of comments. */
  readonly store: NonNullable<ApolloServerOptions<BaseContext>['documentStore']>
}

/**
 * Heap of a parsed document, measured with node --expose-gc: 240 bytes for each node with its tokens and location, and
 * at most as much again for what is computed about its operations.
 */
const bytesPerNode = 500
const bytesPerCharacter = 2
/** The most estimated memory of cached documents. */
const keptBytes = 32 * 1024 * 1024
/** Apollo Server's keys end with the hash of the text. */
const hashLength = 64

/** Estimated memory of a parsed document, including its text. */
export function documentBytes(document: DocumentNode): number {
  let nodes = 0
  visit(document, {
    enter(_node: ASTNode) {
      nodes += 1
    },
  })
  return nodes * bytesPerNode + textOf(document).length * bytesPerCharacter
}

export function createDocuments(maxBytes: number = keptBytes): Documents {
  const texts = new Map<string, string>()
  const documents = new LRUCache<string, ValidDocument>({
    maxSize: maxBytes,
    sizeCalculation: ({ document }) => documentBytes(document),
    dispose: ({ hash }) => texts.delete(hash),
  })

  function keep(document: DocumentNode): ValidDocument {
    const text = textOf(document)
    const kept = { text, hash: hash('sha256', text, 'hex'), document }
    documents.set(text, kept)
    if (documents.has(text)) texts.set(kept.hash, text)
    return kept
  }

  const textFor = (key: string) => texts.get(key.slice(-hashLength)) ?? ''
  return {
    find: text => documents.get(text) ?? null,
    keep,
    store: {
      get: async key => documents.get(textFor(key))?.document,
      set: async (_key, document) => void keep(document),
      delete: async key => documents.delete(textFor(key)),
    },
  }
}

function textOf({ loc }: DocumentNode): string {
  return loc?.source.body ?? ''
}
