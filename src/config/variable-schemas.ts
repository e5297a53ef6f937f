import { z } from 'zod'

// Schemas of single variables. Their messages say what is expected and are appended to the given value.

export interface NumberRange {
  readonly min: number
  readonly max: number
}

function numberIn({ min, max }: NumberRange, kind: string, digits: RegExp) {
  return z.string().transform((text, context) => {
    const value = digits.test(text.trim()) ? Number(text) : Number.NaN
    if (value >= min && value <= max) return value
    context.addIssue({ code: 'custom', message: `wants a ${kind} from ${min} to ${max}` })
    return z.NEVER
  })
}

/** A number in plain digits, without a unit or an exponent. */
export const decimalNumber = (range: NumberRange) => numberIn(range, 'number', /^\d+(\.\d+)?$/)

/** A whole number in plain digits, without a unit. */
export const wholeNumber = (range: NumberRange) => numberIn(range, 'whole number', /^\d+$/)

/** One of several words. */
export function oneOf<const Word extends string>(words: readonly Word[]) {
  return z.string().transform((text, context) => {
    const word = words.find(candidate => candidate === text.trim())
    if (word !== undefined) return word
    context.addIssue({ code: 'custom', message: `wants ${words.slice(0, -1).join(', ')} or ${words.at(-1)}` })
    return z.NEVER
  })
}

/** An http or https URL. */
export const webUrl = z.url({
  protocol: /^https?$/,
  error: 'wants an http or https URL, such as https://example.com/path',
})

/** An http or https URL to which paths are appended; without slashes at its end. */
export const baseUrl = z
  .string()
  .refine(
    isBaseUrl,
    'wants an http or https URL without credentials, query and fragment, such as https://assay.example.com',
  )
  .transform(text => text.trim().replace(/\/+$/, ''))

/** The parts between commas, without those that are blank. */
export function splitList(text = ''): string[] {
  const parts = text.split(',').map(part => part.trim())
  return parts.filter(part => part !== '')
}

export const commaSeparated = z.string().transform(text => splitList(text))

function isBaseUrl(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, username, password, search, hash } = new URL(text)
  return /^https?:$/.test(protocol) && [username, password, search, hash].every(part => part === '')
}
