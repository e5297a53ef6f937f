import { z } from 'zod'
import { orUnreadable, unreadable } from '../../connector/or-unreadable.ts'
import { parseCalendarDate } from '../../domain/calendar-date.ts'
import { exactDecimal } from '../../http/exact-json.ts'
import type { JsonPart } from '../../http/stream-json.ts'
import { someText, text, word } from './payloads.ts'

const dayOrInstant = /^(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/

/** A day, or an instant whose day is taken as it is written: that is the bank's. */
const date = orUnreadable(
  z.string().transform(written => parseCalendarDate(dayOrInstant.exec(written.trim())?.[1] ?? '')),
)

const counterparty = z
  .object({ name: text, iban: text, bic: text })
  .refine(members => Object.values(members).some(member => member !== null))

/**
 * ASSUMED, all of it: the documented sample shows the list and not one member of a transaction. Anything may be missing
 * but the amount, which is then told as unreadable.
 */
const transactionPayload = z
  .object({
    id: word,
    statementId: word,
    date,
    valueDate: date,
    label: text,
    description: text,
    amount: exactDecimal.catch(unreadable),
    type: text,
    balance: orUnreadable(exactDecimal),
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

/** A row that is not an object counts as a row without an amount. */
export function parseTransaction({ value }: JsonPart): TransactionPayload {
  return transactionPayload.parse(typeof value === 'object' && value !== null ? value : {})
}
