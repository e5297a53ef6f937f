/** From where a request comes, by its headers. Clients other than browsers send no `Origin`. */
export interface RequestSource {
  readonly host: string | undefined
  readonly origin: string | undefined
}

/** Which web pages may call, and under which names we may be called. */
export interface OriginPolicy {
  /** Whether to answer at all. Where callers show credentials, everybody is answered. */
  mayCall(source: RequestSource): boolean
  /** Whether the page, if it is one, may read our answers and open sockets. */
  isTrusted(source: RequestSource): boolean
}

export interface OriginPolicyOptions {
  /** Origins such as `https://app.example.com`. */
  readonly allowedOrigins: readonly string[]
  /** Where browsers reach us, when it is not where we listen; pages served from there are our own. */
  readonly publicUrl: string | null
  /**
   * Nobody shows credentials, so reaching us is all it takes. Any web page can reach a port of the machine it is opened
   * on, directly or through a name that it lets point there (DNS rebinding): `Host` and `Origin` have to be known ones.
   */
  readonly anonymous: boolean
}

/** Apollo's explorer, when it is opened on Apollo's own site. */
const studioOrigin = 'https://studio.apollographql.com'

export function createOriginPolicy({ allowedOrigins, publicUrl, anonymous }: OriginPolicyOptions): OriginPolicy {
  const known = [...(publicUrl === null ? [] : [publicUrl]), ...allowedOrigins].map(text => new URL(text))
  const hosts = new Set(known.map(url => url.host))
  const origins = new Set([...known.map(url => url.origin), ...(anonymous ? [studioOrigin] : [])])

  function isOurs(host: string | undefined): boolean {
    const url = parseUrl(`http://${host ?? ''}`)
    return url !== null && (isLoopback(url) || hosts.has(url.host))
  }

  function isTrusted({ host, origin }: RequestSource): boolean {
    if (anonymous && !isOurs(host)) return false
    if (origin === undefined) return true
    const url = parseUrl(origin)
    if (url === null) return false
    return origins.has(url.origin) || (anonymous ? isLoopback(url) : url.host === host)
  }

  return { isTrusted, mayCall: source => !anonymous || isTrusted(source) }
}

function isLoopback({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname)
}

function parseUrl(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null
}
