import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose'
import { startLoopbackServer } from '../../src/http/testing/loopback-server.ts'

export type TestIssuer = Awaited<ReturnType<typeof startIssuer>>

type KeyPair = Awaited<ReturnType<typeof generateKeyPair>>

export interface Claims {
  readonly iss?: string
  readonly aud?: string
  readonly exp?: number
  readonly nbf?: number
  readonly tenant?: unknown
  readonly scope?: unknown
  readonly applicant?: unknown
}

/** A JWT issuer that publishes its keys at `/keys`. The test decides which keys. */
export async function startIssuer(now: () => Date) {
  const signing = new Map<string, { readonly alg: string; readonly pair: KeyPair }>()
  const published = new Map<string, JWK>()
  /** Replaces the answer with the keys. */
  let instead: { readonly status: number; readonly body: string } | null = null
  const server = await startLoopbackServer(response => {
    const body = instead?.body ?? JSON.stringify({ keys: [...published.values()] })
    response.writeHead(instead?.status ?? 200, { 'content-type': 'application/json' }).end(body)
  })
  const settings = { jwksUrl: `${server.url}/keys`, issuer: 'https://issuer.example', audience: 'assay' }

  return {
    settings,
    /** The number of fetches of the keys. */
    fetches: () => server.requests.length,
    answer(what: typeof instead) {
      instead = what
    },
    async addKey(kid: string, alg: string): Promise<KeyPair> {
      const pair = await generateKeyPair(alg, { extractable: true })
      signing.set(kid, { alg, pair })
      published.set(kid, { ...(await exportJWK(pair.publicKey)), kid, alg, use: 'sig' })
      return pair
    },
    withdraw: (kid: string) => published.delete(kid),
    /**
     * @param claims replace the default ones: the tenant acme, scope `read write`, valid for an hour; undefined leaves
     * one out
     */
    async sign(kid: string, claims: Claims = {}, header: { readonly kid?: string | undefined } = { kid }) {
      const key = signing.get(kid)
      if (!key) throw new Error(`There is no key ${kid}.`)
      const seconds = Math.floor(now().getTime() / 1_000)
      const usual = {
        iss: settings.issuer,
        aud: settings.audience,
        exp: seconds + 3_600,
        tenant: 'acme',
        scope: 'read write',
      }
      return new SignJWT(JSON.parse(JSON.stringify({ ...usual, ...claims })))
        .setProtectedHeader({ alg: key.alg, ...header })
        .sign(key.pair.privateKey)
    },
    close: () => server.close(),
  }
}
