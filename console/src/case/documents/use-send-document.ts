import { useApolloClient } from '@apollo/client/react'
import { uploadDocument } from 'assay/client'
import { graphql } from '../../__generated__/gql.ts'
import { given } from '../../commands/given.ts'
import { newIdempotencyKey } from '../../commands/new-idempotency-key.ts'

const AnnounceDocument = graphql(`
  mutation AnnounceDocument($input: CreateDocumentUploadInput!) {
    createDocumentUpload(input: $input) {
      document {
        id
        ...DocumentRow
      }
      upload {
        url
        method
        headers {
          name
          value
        }
      }
      userErrors {
        code
        message
        field
      }
    }
  }
`)

const StoredDocument = graphql(`
  query StoredDocument($id: ID!) {
    document(id: $id) {
      id
      status
      sha256
      byteSize
      mediaType
      ...DocumentRow
    }
  }
`)

interface SendOptions {
  readonly signal?: AbortSignal
  /** Called with the sent part, from 0 to 1. */
  readonly onProgress?: (part: number) => void
}

/**
 * Uploads one file to a case: creates the document, sends its bytes, and repeats that after a broken connection.
 *
 * @returns a function that returns the id of the stored document, and whose errors `toProblem` converts
 */
export function useSendDocument(caseId: string): (file: File, options?: SendOptions) => Promise<string> {
  const apollo = useApolloClient()

  return async (file, { signal, onProgress } = {}) => {
    const input = {
      caseId,
      fileName: file.name,
      byteSize: file.size,
      ...(file.type !== '' && { mediaType: file.type }),
      idempotencyKey: newIdempotencyKey(),
    }
    const { data } = await apollo.mutate({ mutation: AnnounceDocument, variables: { input } })
    const { document, upload } = given(data?.createDocumentUpload)
    if (!document || !upload) throw new Error('The server created no document.')
    await uploadDocument({
      upload: { ...upload, url: toThisServer(upload.url) },
      file,
      signal,
      onProgress,
      async findStored() {
        const found = await readDocument(document.id)
        if (found?.status !== 'STORED') return null
        return { documentId: found.id, sha256: found.sha256, byteSize: found.byteSize, mediaType: found.mediaType }
      },
    })
    await readDocument(document.id)
    return document.id
  }

  async function readDocument(id: string) {
    return (await apollo.query({ query: StoredDocument, variables: { id }, fetchPolicy: 'network-only' })).data
      ?.document
  }
}

/** Replaces the server's public host by that of this page, which may be different. */
function toThisServer(url: string): string {
  const { pathname, search } = new URL(url)
  return new URL(pathname + search, location.origin).href
}
