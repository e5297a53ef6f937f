import { type ExecutionResult, GraphQLError } from 'graphql'
import type { AppError } from '../../errors.ts'
import { limits } from './limits.ts'
import { tooComplex } from './too-complex.ts'

interface AnswerCount {
  values: number
  refusal: AppError | null
}

/** Of each execution, by its context. */
const counts = new WeakMap<object, AnswerCount>()
const advice = 'Ask for smaller pages (first, last), or in several requests.'
/** With fewer values the texts of an answer are not added up: each has a limit of its own. */
const fewValues = 20_000

/**
 * Counts values of an answer while it is made.
 *
 * @param context that of the execution: of one request, or of one event of a subscription
 * @throws AppError QUERY_TOO_COMPLEX from the moment when the answer has more than `limit` values
 */
export function countValues(context: object, values: number, limit: number = limits.values): void {
  const count = counts.get(context) ?? { values: 0, refusal: null }
  counts.set(context, count)
  count.values += values
  if (count.values > limit) count.refusal ??= tooComplex('The answer has', [null, limit], 'values', advice)
  if (count.refusal) throw count.refusal
}

/** The answer, or nothing but a refusal (QUERY_TOO_COMPLEX) when it became too large, whatever was estimated before. */
export function boundAnswer(result: ExecutionResult, context: unknown): ExecutionResult {
  const count = typeof context === 'object' && context !== null ? counts.get(context) : undefined
  if (!count) return result
  if (count.refusal) return refuse(count.refusal)
  if (count.values > fewValues && hasMoreCharacters(result.data, limits.answerCharacters))
    return refuse(tooComplex('The answer has', [null, limits.answerCharacters], 'characters', advice))
  return result
}

function refuse(refusal: AppError): ExecutionResult {
  return { data: null, errors: [new GraphQLError(refusal.message, { originalError: refusal })] }
}

/** Whether the texts of a value have more characters together than `limit`. */
function hasMoreCharacters(value: unknown, limit: number): boolean {
  let left = limit
  const waiting: unknown[] = [value]
  while (waiting.length > 0 && left >= 0) {
    const next = waiting.pop()
    if (typeof next === 'string') left -= next.length
    else if (typeof next === 'object' && next !== null) for (const member of Object.values(next)) waiting.push(member)
  }
  return left < 0
}
