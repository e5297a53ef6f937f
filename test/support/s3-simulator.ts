import { createHash, randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { S3Credentials } from '../../src/documents/s3-blob-store.ts'
import { startLoopbackServer } from '../../src/http/testing/loopback-server.ts'

const minPartBytes = 5 * 1024 * 1024

interface Answer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Buffer
}

interface Multipart {
  readonly key: string
  readonly parts: Map<number, Buffer>
}

/** One bucket of an S3 store on loopback, with path-style addresses. */
export interface S3Simulator {
  readonly endpoint: string
  readonly bucket: string
  readonly credentials: S3Credentials
  /** Complete objects by key. */
  readonly objects: ReadonlyMap<string, Buffer>
  /** Multipart uploads that were neither completed nor aborted. */
  readonly unfinished: ReadonlyMap<string, { readonly key: string }>
  /** Every request as `METHOD path?query`, ids left out. */
  readonly requests: readonly string[]
  /** Starts a multipart upload and leaves it unfinished. */
  beginUpload(key: string): void
  stop(): Promise<void>
}

/**
 * As strict as the documentation of the S3 API: refuses unsigned requests, bodies that differ from the signature, parts
 * below 5 MiB except the last, and a completion that does not name exactly the sent parts.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/
 */
export async function startS3Simulator(): Promise<S3Simulator> {
  const bucket = 'documents'
  const credentials = { accessKeyId: 'AKIASIMULATOR', secretAccessKey: 'simulator-secret' }
  const objects = new Map<string, Buffer>()
  const unfinished = new Map<string, Multipart>()
  const requests: string[] = []

  const server = await startLoopbackServer((response, { message, body: sent }) => {
    const { status, headers, body } = answer(message, sent)
    response.writeHead(status, headers).end(message.method === 'HEAD' ? undefined : body)
  })

  function answer(request: IncomingMessage, body: Buffer): Answer {
    const url = new URL(request.url ?? '/', 'http://localhost')
    requests.push(`${request.method} ${url.pathname}${url.search.replace(/(uploadId)=[^&]+/, '$1=…')}`)
    const refusal = checkSignature(request, body, credentials)
    if (refusal) return refusal
    const [, name, ...rest] = url.pathname.split('/')
    const key = decodeURIComponent(rest.join('/'))
    if (name !== bucket) return fault(404, 'NoSuchBucket')
    return key === '' ? ofBucket(request, url.searchParams) : ofObject(request, url.searchParams, key, body)
  }

  function ofBucket(request: IncomingMessage, query: URLSearchParams): Answer {
    if (request.method !== 'GET' || !query.has('uploads')) return fault(405, 'MethodNotAllowed')
    const prefix = query.get('prefix') ?? ''
    const uploads = [...unfinished].filter(([, { key }]) => key.startsWith(prefix))
    const entries = uploads.map(([id, { key }]) => `<Upload><Key>${key}</Key><UploadId>${id}</UploadId></Upload>`)
    return xml(
      'ListMultipartUploadsResult',
      `<Bucket>${bucket}</Bucket><IsTruncated>false</IsTruncated>${entries.join('')}`,
    )
  }

  function ofObject({ method }: IncomingMessage, query: URLSearchParams, key: string, body: Buffer): Answer {
    const uploadId = query.get('uploadId')
    if (uploadId !== null) return ofPart(method, query, uploadId, key, body)
    if (method === 'POST' && query.has('uploads')) {
      const id = randomUUID()
      unfinished.set(id, { key, parts: new Map() })
      return xml(
        'InitiateMultipartUploadResult',
        `<Bucket>${bucket}</Bucket><Key>${key}</Key><UploadId>${id}</UploadId>`,
      )
    }
    if (method === 'PUT') {
      objects.set(key, body)
      return { status: 200, headers: { etag: etagOf(body) } }
    }
    if (method === 'GET') {
      const found = objects.get(key)
      return found ? { status: 200, headers: { etag: etagOf(found) }, body: found } : fault(404, 'NoSuchKey')
    }
    if (method !== 'DELETE') return fault(405, 'MethodNotAllowed')
    objects.delete(key)
    return { status: 204 }
  }

  function ofPart(method: string | undefined, query: URLSearchParams, id: string, key: string, body: Buffer): Answer {
    const upload = unfinished.get(id)
    if (!upload || upload.key !== key) return fault(404, 'NoSuchUpload')
    if (method === 'PUT') {
      upload.parts.set(Number(query.get('partNumber')), body)
      return { status: 200, headers: { etag: etagOf(body) } }
    }
    if (method === 'DELETE') {
      unfinished.delete(id)
      return { status: 204 }
    }
    if (method !== 'POST') return fault(405, 'MethodNotAllowed')
    const parts = [...upload.parts].sort(([a], [b]) => a - b)
    const named = [...body.toString().matchAll(/<Part>.*?<\/Part>/gs)].map(([part]) => part)
    const expected = parts.every(
      ([number, bytes], index) =>
        named[index]?.includes(`<PartNumber>${number}</PartNumber>`) &&
        named[index].replaceAll('&quot;', '"').includes(`<ETag>${etagOf(bytes)}</ETag>`),
    )
    if (!expected || named.length !== parts.length || parts.length === 0) return fault(400, 'InvalidPart')
    if (parts.slice(0, -1).some(([, bytes]) => bytes.length < minPartBytes)) return fault(400, 'EntityTooSmall')
    objects.set(key, Buffer.concat(parts.map(([, bytes]) => bytes)))
    unfinished.delete(id)
    return xml('CompleteMultipartUploadResult', `<Bucket>${bucket}</Bucket><Key>${key}</Key><ETag>"whole"</ETag>`)
  }

  return {
    endpoint: server.url,
    bucket,
    credentials,
    objects,
    unfinished,
    requests,
    beginUpload: key => unfinished.set(randomUUID(), { key, parts: new Map() }),
    stop: () => server.close(),
  }
}

/** Checks the headers of Signature Version 4: presence, access key and body digest. null when valid. */
function checkSignature({ headers }: IncomingMessage, body: Buffer, { accessKeyId }: S3Credentials): Answer | null {
  const pattern =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/\d{8}\/[\w-]+\/s3\/aws4_request, SignedHeaders=([\w;-]+), Signature=[0-9a-f]{64}$/
  const [, keyId, signed] = pattern.exec(headers.authorization ?? '') ?? []
  if (keyId !== accessKeyId) return fault(403, 'InvalidAccessKeyId')
  const needed = ['host', 'x-amz-content-sha256', 'x-amz-date']
  if (!needed.every(name => signed?.split(';').includes(name) && headers[name]))
    return fault(403, 'SignatureDoesNotMatch')
  const digest = createHash('sha256').update(body).digest('hex')
  return headers['x-amz-content-sha256'] === digest ? null : fault(400, 'XAmzContentSHA256Mismatch')
}

function etagOf(body: Buffer): string {
  return `"${createHash('md5').update(body).digest('hex')}"`
}

function fault(status: number, code: string): Answer {
  return { ...xml('Error', `<Code>${code}</Code><Message>${code}</Message>`), status }
}

function xml(name: string, content: string): Answer {
  const body = `<?xml version="1.0" encoding="UTF-8"?><${name}>${content}</${name}>`
  return { status: 200, headers: { 'content-type': 'application/xml' }, body }
}
