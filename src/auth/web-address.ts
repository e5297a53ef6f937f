/** Parses http and https addresses, whose origins can be compared. A user name before the host, which is used to deceive, is refused. */
export function parseWebAddress(text: string): URL | null {
  const url = URL.parse(text)
  if (url === null || !['http:', 'https:'].includes(url.protocol)) return null
  return url.username === '' && url.password === '' ? url : null
}

/** Whether an address has the prefix's origin and its path begins with the prefix's path segments. */
export function isWithin(url: URL, prefix: URL): boolean {
  if (url.origin !== prefix.origin) return false
  const base = prefix.pathname.replace(/\/+$/, '')
  if (base === '') return true
  // Some servers treat an encoded slash or backslash as a real one, so `..%2f` could leave the prefix.
  if (/%(2f|5c)/i.test(url.pathname)) return false
  return url.pathname === base || url.pathname.startsWith(`${base}/`)
}

export function isLoopback({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname)
}
