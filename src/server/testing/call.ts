import { request } from 'undici'

export interface Call {
  /** `/graphql` unless told. */
  readonly path?: string
  readonly method?: 'GET' | 'POST' | 'PUT' | 'OPTIONS' | 'DELETE'
  readonly headers?: Readonly<Record<string, string | undefined>>
  /** A text is sent as it is, anything else as JSON. */
  readonly body?: unknown
}

/** One request to a test's server, `Host` and `Origin` included at will. */
export async function call({ url }: { readonly url: string }, { path = '/graphql', method, headers = {}, body }: Call) {
  const answer = await request(`${url}${path}`, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: { ...(typeof body === 'object' ? { 'content-type': 'application/json' } : {}), ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const text = await answer.body.text()
  const json: unknown = String(answer.headers['content-type']).includes('json') ? JSON.parse(text) : null
  return { status: answer.statusCode, headers: answer.headers, text, json }
}
