import { z } from 'zod'
import type { Decimal } from '../domain/decimal.ts'
import { parseDecimal } from '../domain/decimal.ts'
import { AppError } from '../errors.ts'
import { toStorableText } from '../domain/storable-text.ts'

/** A number of a JSON text as written: `0.10`, `123456789012345.67`, `1e3`. */
export class NumberLiteral {
  readonly source: string
  constructor(source: string) {
    this.source = source
  }
}

/** The source of a JSON text, for errors. */
export interface JsonOrigin {
  readonly provider?: string
  readonly contentType?: string | undefined
}

/** Deeper than any vendor's answer, and not deep enough to overflow the stack. */
export const maxJsonDepth = 128

/**
 * Parses JSON with numbers as `NumberLiteral`, which keeps their digits. Keys named `__proto__` are left out.
 * @throws AppError PROVIDER_BAD_RESPONSE when it is not JSON in UTF-8, or nested too deeply. The text is never quoted.
 */
export function parseExactJson(input: string | Uint8Array, origin: JsonOrigin = {}): unknown {
  const size = typeof input === 'string' ? Buffer.byteLength(input) : input.byteLength
  const text = typeof input === 'string' ? input : decode(input)
  if (text === null) throw notJson('not UTF-8', size, origin)
  if (isDeeperThan(text, maxJsonDepth)) throw notJson('nested too deeply', size, origin)
  try {
    return JSON.parse(text, revive)
  } catch {
    // The engine's message quotes the text, so it is not kept as cause.
    throw notJson('not JSON', size, origin)
  }
}

/** The error for an unreadable answer. It quotes nothing of it. */
export function notJson(fault: string, size: number, { provider, contentType }: JsonOrigin): AppError {
  const mediaType = /^[\w.+-]+\/[\w.+-]+/.exec(contentType ?? '')?.[0] ?? 'unknown'
  const message = `The answer is ${fault} (content type ${mediaType}, ${size} bytes).`
  return new AppError('PROVIDER_BAD_RESPONSE', message, { provider: provider ?? null })
}

/** A number, or a string that holds one, as a `Decimal` with its digits as written. */
export const exactDecimal = z.union([z.instanceof(NumberLiteral), z.string()]).transform((value, context): Decimal => {
  const decimal = parseDecimal(typeof value === 'string' ? value : value.source)
  if (decimal !== null) return decimal
  context.addIssue({ code: 'custom', message: 'expected a decimal number' })
  return z.NEVER
})

/** A safe integer, or a string that holds one. */
export const exactInteger = exactDecimal.transform((decimal, context): number => {
  const integer = /^-?\d+(\.0+)?$/.test(decimal) ? Number(decimal) : Number.NaN
  if (Number.isSafeInteger(integer)) return integer
  context.addIssue({ code: 'custom', message: 'expected a safe integer' })
  return z.NEVER
})

function revive(key: string, value: unknown, context?: { readonly source?: string }): unknown {
  if (key === '__proto__') return undefined
  if (typeof value === 'string') return toStorableText(value)
  if (typeof value !== 'number') return value
  if (context?.source === undefined) throw new Error('This JavaScript engine does not show the source of numbers.')
  return new NumberLiteral(context.source)
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Checked before parsing, because a reviver uses the stack as deeply as the text is nested. */
function isDeeperThan(text: string, limit: number): boolean {
  let depth = 0
  let inString = false
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (inString) {
      if (code === 0x5c) index += 1
      else if (code === 0x22) inString = false
    } else if (code === 0x22) {
      inString = true
    } else if (code === 0x5b || code === 0x7b) {
      depth += 1
      if (depth > limit) return true
    } else if (code === 0x5d || code === 0x7d) {
      depth -= 1
    }
  }
  return false
}
