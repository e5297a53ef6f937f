import { AppError } from '../../errors.ts'

const inWords = new Intl.NumberFormat('en')

/**
 * The error that names the requested amount and the limit: `The query has 300 aliases, but may have at most 250.`
 *
 * @param asked null when the counting ended at the limit
 * @param unit in the plural
 */
export function tooComplex(
  subject: string,
  [asked, limit]: readonly [asked: number | null, limit: number],
  unit: string,
  advice = '',
): AppError {
  const amount = asked === null ? `more than ${inWords.format(limit)}` : inWords.format(asked)
  const message = `${subject} ${amount} ${unit}, but may have at most ${inWords.format(limit)}.`
  return new AppError('QUERY_TOO_COMPLEX', advice === '' ? message : `${message} ${advice}`)
}
