import { request } from 'undici'

export interface Call {
  /** By default `/graphql`. */
  readonly path?: string
  readonly method?: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'OPTIONS' | 'DELETE'
  readonly headers?: Readonly<Record<string, string | undefined>>
  /** A string is sent unchanged, anything else as JSON. */
  readonly body?: unknown
}

/** Sends one request to a test server, with any `Host` and `Origin`. */
export async function call({ url }: { readonly url: string }, { path = '/graphql', method, headers = {}, body }: Call) {
  const answer = await request(`${url}${path}`, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: { ...(typeof body === 'object' ? { 'content-type': 'application/json' } : {}), ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const text = await answer.body.text()
  const json: unknown = text !== '' && String(answer.headers['content-type']).includes('json') ? JSON.parse(text) : null
  return { status: answer.statusCode, headers: answer.headers, text, json }
}
