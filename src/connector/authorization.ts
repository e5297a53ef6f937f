import type { ProviderCall } from '../http/provider-http.ts'
import type { TokenSession } from './token-session.ts'

type Headers = Readonly<Record<string, string>>

/** The headers that authenticate a call. */
export interface Authorization {
  /** Whether new headers can be obtained after a 401. */
  readonly renewable: boolean
  headers(signal?: AbortSignal): Promise<Headers>
  /** New headers in place of those that were answered 401; null when there are none. */
  renewed(refused: Headers, signal?: AbortSignal): Promise<Headers | null>
}

/** The headers of one call, and the statuses that refuse them. */
export type Authority = Required<Pick<ProviderCall, 'headers' | 'unauthorized'>>

/** Headers that never change, such as an API key. */
export function createFixedAuthorization(headers: Headers): Authorization {
  return { renewable: false, headers: async () => headers, renewed: async () => null }
}

/** @param prefix the text before the token in the header `authorization` */
export function createTokenAuthorization(session: TokenSession, prefix: string): Authorization {
  const toHeaders = (token: string): Headers => ({ authorization: prefix + token })
  return {
    renewable: true,
    headers: async signal => toHeaders(await session.accessToken({ signal })),
    renewed: async (headers, signal) => {
      const refused = headers.authorization?.slice(prefix.length)
      return toHeaders(await session.accessToken({ refused, signal }))
    },
  }
}

/** The same, for calls that end when the signal is aborted. */
export function withinSignal(authorization: Authorization, signal: AbortSignal): Authorization {
  return {
    renewable: authorization.renewable,
    headers: () => authorization.headers(signal),
    renewed: refused => authorization.renewed(refused, signal),
  }
}

/**
 * Makes a call, and makes it once more with new headers after a 401.
 * @param discard ends the first answer, where it is a stream
 */
export async function callAuthorized<Answer extends { readonly status: number }>(
  authorization: Authorization,
  ask: (authority: Authority) => Promise<Answer>,
  discard: (answer: Answer) => void = () => undefined,
): Promise<Answer> {
  const headers = await authorization.headers()
  // A token may end early. Only the refusal of a new token means that the credentials are refused.
  const answer = await ask({ headers, unauthorized: authorization.renewable ? [] : [401] })
  const renewed = answer.status === 401 ? await authorization.renewed(headers) : null
  if (!renewed) return answer
  discard(answer)
  return ask({ headers: renewed, unauthorized: [401] })
}
