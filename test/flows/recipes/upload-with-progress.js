/**
 * Sends a file to where `createDocumentUpload` says. With `fetch` nobody could tell how far it is.
 *
 * @param upload what it answered as `upload { url method headers { name value } }`
 * @param onProgress is told again and again how much has been sent, from 0 to 1
 * @param signal of an AbortController, to give up
 * @returns {Promise} what was stored: `{documentId, status, sha256, byteSize, mediaType}`
 * @throws Error with the `code` of the refusal. Without one the connection broke, and the same upload may be tried again;
 * CONFLICT then says that the bytes had arrived
 */
export function uploadWithProgress(upload, file, { onProgress, signal }) {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted()
    const request = new XMLHttpRequest()
    request.open(upload.method, upload.url)
    for (const { name, value } of upload.headers) request.setRequestHeader(name, value)
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) => onProgress(loaded / total)
    request.onload = () => {
      const { error, ...stored } = request.response ?? {}
      if (request.status === 201) resolve(stored)
      else reject(Object.assign(new Error(error?.message ?? `HTTP ${request.status}`), { code: error?.code }))
    }
    request.onerror = () => reject(new Error('The connection broke.'))
    request.onabort = () => reject(signal.reason)
    signal?.addEventListener('abort', () => request.abort())
    request.send(file)
  })
}
