import { isLongerThan, textBounds } from './text-bounds.ts'

/** Whether a browser can be redirected to a vendor's address: http or https, and within the bound of URLs. */
export function isWebAddress(url: string): boolean {
  return !isLongerThan(url, textBounds.url) && /^https?:$/.test(URL.parse(url)?.protocol ?? '')
}
