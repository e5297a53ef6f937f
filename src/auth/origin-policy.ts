import { isLoopback } from './web-address.ts'

/** The headers that tell the origin of a request. Clients other than browsers send no `Origin`. */
export interface RequestSource {
  readonly host: string | undefined
  readonly origin: string | undefined
}

/** Which web pages may call, and under which host names. */
export interface OriginPolicy {
  /** Whether to answer at all. If credentials are required, every request is answered. */
  mayCall(source: RequestSource): boolean
  /** Whether a page may read answers and open sockets. */
  isTrusted(source: RequestSource): boolean
}

export interface OriginPolicyOptions {
  /** Origins such as `https://app.example.com`. */
  readonly allowedOrigins: readonly string[]
  /** The address under which browsers reach this server, if it is not the one it listens on. Pages of this origin are our own. */
  readonly publicUrl: string | null
  /**
   * Whether there are no credentials. Any web page can reach a port of the machine that it is opened on, directly or
   * with a name that it resolves to it (DNS rebinding), so then `Host` and `Origin` must be known ones.
   */
  readonly anonymous: boolean
  /** Host names besides loopback under which callers without credentials may call, at any port. */
  readonly sandboxHosts?: readonly string[]
}

/** Apollo's explorer on Apollo's own site. */
const studioOrigin = 'https://studio.apollographql.com'

export function createOriginPolicy({
  allowedOrigins,
  publicUrl,
  anonymous,
  sandboxHosts = [],
}: OriginPolicyOptions): OriginPolicy {
  const known = [...(publicUrl === null ? [] : [publicUrl]), ...allowedOrigins].map(text => new URL(text))
  const hosts = new Set(known.map(url => url.host))
  const origins = new Set([...known.map(url => url.origin), ...(anonymous ? [studioOrigin] : [])])

  const isSandbox = (url: URL) => isLoopback(url) || sandboxHosts.includes(url.hostname)

  function isOurs(host: string | undefined): boolean {
    const url = URL.parse(`http://${host ?? ''}`)
    return url !== null && (isSandbox(url) || hosts.has(url.host))
  }

  function isTrusted({ host, origin }: RequestSource): boolean {
    if (anonymous && !isOurs(host)) return false
    if (origin === undefined) return true
    const url = URL.parse(origin)
    if (url === null) return false
    return origins.has(url.origin) || (anonymous ? isSandbox(url) : url.host === host)
  }

  return { isTrusted, mayCall: source => !anonymous || isTrusted(source) }
}
