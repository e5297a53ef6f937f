/** Only http and https have origins that can be compared. A user name before the host serves to deceive. */
export function parseWebAddress(text: string): URL | null {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || !['http:', 'https:'].includes(url.protocol)) return null
  return url.username === '' && url.password === '' ? url : null
}

/** The same origin, and a path that begins with the other's, ending where a segment does. */
export function isWithin(url: URL, prefix: URL): boolean {
  if (url.origin !== prefix.origin) return false
  const base = prefix.pathname.replace(/\/+$/, '')
  if (base === '') return true
  // Some servers take an encoded slash or backslash for a real one, and would climb out by `..%2f`.
  if (/%(2f|5c)/i.test(url.pathname)) return false
  return url.pathname === base || url.pathname.startsWith(`${base}/`)
}
