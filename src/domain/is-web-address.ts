import { isLongerThan, textBounds } from './text-bounds.ts'

/** Whether browsers can be sent to an address that a vendor names: http or https, and no longer than a URL of the schema. */
export function isWebAddress(url: string): boolean {
  return !isLongerThan(url, textBounds.url) && /^https?:$/.test(URL.parse(url)?.protocol ?? '')
}
