import type { z } from 'zod'
import { parseExactJson } from '../../http/exact-json.ts'
import type { ProviderAnswer } from '../../http/provider-http.ts'
import { badResponse } from './errors.ts'

/** @throws AppError PROVIDER_BAD_RESPONSE when it is not JSON, or not what the schema wants. */
export function parseAnswer<T>(schema: z.ZodType<T>, { body, headers }: ProviderAnswer): T {
  const value = parseExactJson(body, { provider: 'flvxtract', contentType: headers['content-type'] })
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw badResponse("FLVXtract's answer lacks what its documentation promises.", { cause: parsed.error })
}
