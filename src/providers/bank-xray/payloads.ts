import { z } from 'zod'
import { NumberLiteral } from '../../http/exact-json.ts'

// Members that are missing or of another type are null; ids are needed.

export const someText = z.string().trim().min(1)
export const text = someText.nullable().catch(null)

/** A short text, or a number as it is written. */
export const someWord = z
  .union([z.string().trim(), z.instanceof(NumberLiteral).transform(literal => literal.source)])
  .pipe(z.string().min(1).max(200))
export const word = someWord.nullable().catch(null)

export const instant = z.iso
  .datetime({ offset: true })
  .transform(written => new Date(written))
  .nullable()
  .catch(null)

/** Identifiers are 24 hexadecimal digits in all samples; any other text serves as well. */
export const id = z.string().min(1).max(200)

const request = z.object({ id, status: word, stage: word })

export type RequestPayload = Readonly<z.infer<typeof request>>

/** `{request: {…}}` (page "Generate Bank X-Ray") or the bare object (page "Making your first request"). */
export const requestPayload = z.union([z.object({ request }).transform(envelope => envelope.request), request])

const medium = z.object({ id, status: word, upload: z.unknown().optional() })

/** ASSUMED: `{medium: {…}, upload: {…}}`, the upload inside of the medium or beside it, or the bare medium. */
export const mediumPayload = z.union([
  z
    .object({ medium, upload: z.unknown().optional() })
    .transform(envelope => ({ ...envelope.medium, upload: envelope.upload ?? envelope.medium.upload })),
  medium,
])

/**
 * One report of a list. Its other members are not read there, because no page says whether a list has whole reports.
 * ASSUMED: `creation` is its time, as in the answer with a PDF.
 */
export const reportListItem = z.object({ id, request: text, source: text, creation: instant })

export type ReportListItem = Readonly<z.infer<typeof reportListItem>>
