import type { ProviderHttp } from '../../http/provider-http.ts'
import type { FlvxtractCredentials } from './config.ts'
import { createSession } from './session.ts'

type Headers = Readonly<Record<string, string>>

/** The headers that say who is calling. */
export interface Authorization {
  /** Whether there may be others after a 401. */
  readonly renewable: boolean
  headers(): Promise<Headers>
  /** New headers after these were answered 401; null when there are no others. */
  renewed(refused: Headers): Promise<Headers | null>
}

/** Either of the two documented ways, never both: https://flvxtract.com/docs, "Authentication". */
export function createAuthorization(
  credentials: FlvxtractCredentials,
  deps: { readonly http: ProviderHttp; readonly now: () => Date },
): Authorization {
  if (credentials.kind === 'key-pair') {
    const headers = { 'x-consumer-key': credentials.consumerKey, 'x-consumer-secret': credentials.consumerSecret }
    return { renewable: false, headers: async () => headers, renewed: async () => null }
  }
  const session = createSession({ ...deps, credentials })
  return {
    renewable: true,
    headers: async () => toBearer(await session.accessToken()),
    renewed: async refused => toBearer(await session.accessToken(refused.authorization?.slice(bearer.length))),
  }
}

const bearer = 'Bearer '

function toBearer(accessToken: string): Headers {
  return { authorization: bearer + accessToken }
}
