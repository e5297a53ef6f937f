import { type ExactNumber, isExactNumber } from './exact-number.ts'

/** A value that JSON can carry without loss. */
export type JsonValue =
  | null
  | boolean
  | number
  | ExactNumber
  | string
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue }

/** Whether JSON can carry a value, and every value in it. */
export function isJsonValue(value: unknown): value is JsonValue {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'object') return false
  return isExactNumber(value) || Object.values(value).every(isJsonValue)
}
