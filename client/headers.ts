/**
 * The headers that identify the caller: `{ authorization: 'Bearer …' }` or `{ 'x-api-key': '…' }`. A function is called
 * for each request and each connection, so that it can return a valid token.
 */
export type HeaderSource = Headers | (() => Headers | Promise<Headers>)
type Headers = Readonly<Record<string, string>>

export async function readHeaders(source: HeaderSource = {}): Promise<Record<string, string>> {
  return { ...(typeof source === 'function' ? await source() : source) }
}
