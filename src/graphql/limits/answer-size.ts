import { type ExecutionResult, GraphQLError } from 'graphql'
import type { AppError } from '../../errors.ts'
import { WrittenJson } from '../written-json.ts'
import { limits } from './limits.ts'
import { tooComplex } from './too-complex.ts'

interface AnswerCount {
  values: number
  refusal: AppError | null
}

/** The count of each execution, by its context. */
const counts = new WeakMap<object, AnswerCount>()
const advice = 'Ask for smaller pages (first, last), or in several requests.'
/** With fewer values the texts of an answer are not added up, because each text has a limit. */
const fewValues = 20_000

/**
 * Counts values of an answer while it is created.
 *
 * @param context the context of the execution: of one request, or of one event of a subscription
 * @throws AppError QUERY_TOO_COMPLEX as soon as the answer has more than `limit` values
 */
export function countValues(context: object, values: number, limit: number = limits.values): void {
  const count = countOf(context)
  count.values += values
  if (count.values > limit) count.refusal ??= tooComplex('The answer has', [null, limit], 'values', advice)
  if (count.refusal) throw count.refusal
}

/** Makes `other`, which replaces the context in a part of the execution, count for the same answer. */
export function countTogether(context: object, other: object): void {
  counts.set(other, countOf(context))
}

function countOf(context: object): AnswerCount {
  const known = counts.get(context)
  if (known) return known
  const count = { values: 0, refusal: null }
  counts.set(context, count)
  return count
}

/** The answer, or only an error (QUERY_TOO_COMPLEX) when it is too large, whatever its estimated cost was. */
export function boundAnswer(result: ExecutionResult, context: unknown): ExecutionResult {
  const count = typeof context === 'object' && context !== null ? counts.get(context) : undefined
  if (!count) return result
  if (count.refusal) return refuse(count.refusal)
  const limit = limits.answerCharacters
  // Written JSON is first measured in bytes, which are never fewer than its characters, and in characters only if that is too much.
  if (
    count.values > fewValues &&
    hasMoreCharacters(result.data, limit, written => written.bytes.length) &&
    hasMoreCharacters(result.data, limit, written => charactersOf(written.toValue()))
  )
    return refuse(tooComplex('The answer has', [null, limits.answerCharacters], 'characters', advice))
  return result
}

function refuse(refusal: AppError): ExecutionResult {
  return { data: null, errors: [new GraphQLError(refusal.message, { originalError: refusal })] }
}

/** Whether the texts of a value have more characters together than `limit`. */
function hasMoreCharacters(value: unknown, limit: number, measure: (written: WrittenJson) => number): boolean {
  return charactersOf(value, limit, measure) > limit
}

/** The characters of all texts of a value. Stops counting above `limit`. */
function charactersOf(
  value: unknown,
  limit: number = Number.POSITIVE_INFINITY,
  measure: (written: WrittenJson) => number = () => 0,
): number {
  let characters = 0
  const waiting: unknown[] = [value]
  while (waiting.length > 0 && characters <= limit) {
    const next = waiting.pop()
    if (typeof next === 'string') characters += next.length
    else if (next instanceof WrittenJson) characters += measure(next)
    else if (typeof next === 'object' && next !== null) for (const member of Object.values(next)) waiting.push(member)
  }
  return characters
}
