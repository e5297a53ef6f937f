import type { ApolloServerOptions, BaseContext } from '@apollo/server'
import type { ASTNode, DocumentNode } from 'graphql'
import { visit } from 'graphql'
import { LRUCache } from 'lru-cache'

type DocumentStore = NonNullable<ApolloServerOptions<BaseContext>['documentStore']>

/**
 * What a parsed document takes of the heap, measured with node --expose-gc: 240 bytes for each node, with its tokens and its
 * place, and at most as much again for what is worked out about its operations.
 */
const bytesPerNode = 500
const bytesPerCharacter = 2

/** Documents that are kept take at most so much memory, as estimated. */
export const keptDocumentBytes = 32 * 1024 * 1024

/** Memory that a parsed document takes, as estimated: its text is kept with it. */
export function documentBytes(document: DocumentNode): number {
  let nodes = 0
  visit(document, {
    enter(_node: ASTNode) {
      nodes += 1
    },
  })
  return nodes * bytesPerNode + (document.loc?.source.body.length ?? 0) * bytesPerCharacter
}

/**
 * Valid documents by the hash of their text, so that a text that comes again is neither parsed nor validated. Apollo Server's
 * own store does not count the texts, which may be comments for the most part.
 */
export function createDocumentStore(maxBytes: number = keptDocumentBytes): DocumentStore {
  const documents = new LRUCache<string, DocumentNode>({ maxSize: maxBytes, sizeCalculation: documentBytes })
  return {
    get: async hash => documents.get(hash),
    async set(hash, document) {
      documents.set(hash, document)
    },
    delete: async hash => documents.delete(hash),
  }
}
