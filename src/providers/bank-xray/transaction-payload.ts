import { z } from 'zod'
import { parseCalendarDate } from '../../domain/calendar-date.ts'
import { exactDecimal } from '../../http/exact-json.ts'
import type { JsonPart } from '../../http/stream-json.ts'
import { badResponse } from './errors.ts'
import { someText, text, word } from './payloads.ts'

const dayOrInstant = /^(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/

/** A day, or an instant whose day is taken as it is written: that is the bank's. */
const date = z
  .string()
  .transform(written => parseCalendarDate(dayOrInstant.exec(written.trim())?.[1] ?? ''))
  .nullable()
  .catch(null)

const counterparty = z
  .object({ name: text, iban: text, bic: text })
  .refine(members => Object.values(members).some(member => member !== null))

/**
 * ASSUMED, all of it: the documented sample shows the list and not one member of a transaction. A row without a readable
 * amount is no transaction; everything else may be missing.
 */
const transactionPayload = z
  .object({
    id: word,
    statementId: word,
    date,
    valueDate: date,
    label: text,
    description: text,
    amount: exactDecimal,
    type: text,
    balance: exactDecimal.nullable().catch(null),
    category: text,
    counterparty: z
      .union([someText.transform(name => ({ name, iban: null, bic: null })), counterparty])
      .nullable()
      .catch(null),
  })
  .transform(({ label, description, ...row }) => ({ ...row, description: label ?? description }))

export type TransactionPayload = Readonly<z.infer<typeof transactionPayload>>

/** Of a report in its envelope, or a bare one. */
export const transactionPaths: readonly string[] = ['$.report.raw.allTransactions.*', '$.raw.allTransactions.*']

/**
 * @throws AppError PROVIDER_BAD_RESPONSE for a row without a readable amount. Leaving it out would make a statement that
 * looks whole and is not, so the report is refused as a whole; the same answer would come again.
 */
export function parseTransaction({ value }: JsonPart): TransactionPayload {
  const transaction = transactionPayload.safeParse(value)
  if (transaction.success) return transaction.data
  throw badResponse("A transaction in Bank X-Ray's report has no readable amount.", {
    retryable: false,
    cause: transaction.error,
  })
}
