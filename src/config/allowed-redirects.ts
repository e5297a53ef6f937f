import { z } from 'zod'
import { splitList } from './variable-schemas.ts'

const addressSchema = z.url({ protocol: /^https?$/ })

/** Parses `https://app.example.com/banking,https://…`, the value of ALLOWED_REDIRECTS. */
export function readAllowedRedirects(
  text: string | undefined,
  faults: string[],
  variable = 'ALLOWED_REDIRECTS',
): readonly string[] {
  const addresses = splitList(text)
  for (const address of addresses)
    if (!addressSchema.safeParse(address).success)
      faults.push(
        `${variable}: got "${address}"; wants http or https URLs, comma-separated, such as https://app.example.com/banking`,
      )
  return addresses
}
