import { ConnectionError, readRefusal } from './assay-error.ts'

/** The target of an upload: `upload { url method headers { name value } }` of `createDocumentUpload`. */
export interface UploadTarget {
  readonly url: string
  readonly method: string
  readonly headers: readonly { readonly name: string; readonly value: string }[]
}

export interface SendOptions {
  /** Called repeatedly with the sent part, from 0 to 1. */
  readonly onProgress?: ((part: number) => void) | undefined
  /** Aborts the upload. */
  readonly signal?: AbortSignal | undefined
}

/**
 * Sends a file once. In browsers it uses an XMLHttpRequest, because only that reports progress.
 *
 * @returns the answer's JSON
 * @throws AssayError when it is refused; ConnectionError when there was no answer; the signal's reason
 */
export function sendBytes(upload: UploadTarget, file: Blob, options: SendOptions): Promise<unknown> {
  return typeof XMLHttpRequest === 'undefined'
    ? sendWithFetch(upload, file, options)
    : sendWithXhr(upload, file, options)
}

async function sendWithXhr(upload: UploadTarget, file: Blob, { onProgress, signal }: SendOptions): Promise<unknown> {
  signal?.throwIfAborted()
  const request = new XMLHttpRequest()
  request.open(upload.method, upload.url)
  for (const { name, value } of upload.headers) request.setRequestHeader(name, value)
  request.upload.onprogress = ({ loaded, total }) => onProgress?.(loaded / total)
  const abort = () => request.abort()
  signal?.addEventListener('abort', abort)
  try {
    await new Promise<void>((resolve, reject) => {
      request.onload = () => resolve()
      request.onerror = () => reject(new ConnectionError('The connection broke.'))
      request.onabort = () => reject(signal?.reason)
      request.send(file)
    })
  } finally {
    signal?.removeEventListener('abort', abort)
  }
  const { status, responseText } = request
  const headers = { 'retry-after': request.getResponseHeader('retry-after') ?? '' }
  return readAnswer(new Response(responseText, { status, headers }))
}

async function sendWithFetch(upload: UploadTarget, file: Blob, { onProgress, signal }: SendOptions): Promise<unknown> {
  let sent = 0
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(bytes, controller) {
      controller.enqueue(bytes)
      sent += bytes.length
      onProgress?.(sent / file.size)
    },
  })
  const init = {
    method: upload.method,
    headers: Object.fromEntries(upload.headers.map(({ name, value }) => [name, value])),
    body: file.stream().pipeThrough(counter),
    duplex: 'half',
    signal: signal ?? null,
  }
  const response = await fetch(upload.url, init).catch(cause => {
    throw signal?.aborted ? signal.reason : new ConnectionError('The connection broke.', { cause })
  })
  return readAnswer(response)
}

async function readAnswer(response: Response): Promise<unknown> {
  if (response.ok) return response.json()
  throw await readRefusal(response)
}
