import { z } from 'zod'
import { parseExactJson } from '../../http/exact-json.ts'

/** What of an error may be used: https://flvxtract.com/docs, "Error Handling". */
export interface ErrorPayload {
  /** All the vendor says in words; for looking at, never for showing. */
  readonly words: string
  readonly quotaType: string | null
  readonly traceId: string | null
}

const envelope = z.object({
  message: z.string().catch(''),
  errors: z.record(z.string(), z.array(z.string()).catch([])).catch({}),
  details: z
    .object({
      quotaType: z
        .string()
        .regex(/^[\w.-]{1,64}$/)
        .nullable()
        .catch(null),
    })
    .nullable()
    .catch(null),
  traceId: z
    .string()
    .regex(/^[0-9a-f-]{1,64}$/i)
    .nullable()
    .catch(null),
})

/** An error's body. One that is not the documented envelope says nothing. */
export function parseErrorPayload(body: Buffer): ErrorPayload {
  const parsed = envelope.safeParse(parseJsonOrNull(body)).data
  return {
    words: parsed ? [parsed.message, ...Object.values(parsed.errors).flat()].join('\n') : '',
    quotaType: parsed?.details?.quotaType ?? null,
    traceId: parsed?.traceId ?? null,
  }
}

function parseJsonOrNull(body: Buffer): unknown {
  try {
    return parseExactJson(body)
  } catch {
    return null
  }
}
