import { type Authorization, createTokenAuthorization } from '../../connector/authorization.ts'
import { parseAnswer } from '../../connector/parse-answer.ts'
import { createTokenSession } from '../../connector/token-session.ts'
import type { ProviderAnswer, ProviderCall, ProviderHttp } from '../../http/provider-http.ts'
import { type FinoosCredentials, vendor } from './config.ts'
import { parseRefusal, toFinoosError } from './errors.ts'
import { tokensPayload } from './payloads.ts'

/** The header that takes our correlation id: https://os.fino.ai/tmp/docv1, "Tracing". */
export const correlationHeader = 'x-request-id'

interface AuthorizationDeps {
  readonly http: ProviderHttp
  readonly credentials: FinoosCredentials
  readonly now: () => Date
  /** Called with every answer. */
  readonly notice: (answer: ProviderAnswer) => void
}

/** https://os.fino.ai/tmp/docv1, "Authentication". The header is the token alone, without a scheme such as `Bearer`. */
export function createAuthorization({ http, credentials, now, notice }: AuthorizationDeps): Authorization {
  const { name, secret } = credentials

  async function ask(call: Pick<ProviderCall, 'operation' | 'path' | 'unauthorized' | 'signal'>, body: object) {
    const answer = await http.send({
      ...call,
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      correlationHeader,
      body: JSON.stringify(body),
      repeatable: true,
    })
    notice(answer)
    return answer
  }

  const session = createTokenSession(
    {
      provider: vendor.id,
      logIn: signal => ask({ operation: 'authenticate', path: '/auth', unauthorized: [401], signal }, { name, secret }),
      // ASSUMED: the route. The refusal of a refresh token does not mean that the credentials are refused.
      refresh: (refreshToken, signal) =>
        ask(
          { operation: 'refresh authentication', path: '/auth/refresh', unauthorized: [], signal },
          { name, secret, refreshToken },
        ),
      read: answer => parseAnswer(vendor, tokensPayload, answer),
      refuse: answer => toFinoosError(parseRefusal(answer), []),
    },
    now,
  )
  return createTokenAuthorization(session, '')
}
