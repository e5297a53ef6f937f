import { createHash } from 'node:crypto'
import { TypeID } from 'typeid-js'

export const idPrefixes = {
  applicant: 'app',
  case: 'case',
  document: 'doc',
  analysis: 'ana',
  consent: 'con',
  statement: 'stm',
  transaction: 'txn',
  riskAssessment: 'rsk',
  bankLogin: 'blg',
  bankAccount: 'bac',
  bankSession: 'bks',
  event: 'evt',
  shipment: 'shp',
} as const

export type IdKind = keyof typeof idPrefixes

/** A new TypeID, sortable by time of creation (UUIDv7). */
export function createId(kind: IdKind): string {
  return new TypeID(idPrefixes[kind]).toString()
}

/** A stable TypeID: equal parts always give the same id. The order of the parts matters. */
export function deriveId(kind: IdKind, parts: readonly string[]): string {
  const hash = createHash('sha256')
  // With the length, so that ('ab','c') and ('a','bc') differ.
  for (const part of parts) hash.update(`${Buffer.byteLength(part)}:`).update(part)
  return TypeID.fromUUIDBytes(idPrefixes[kind], hash.digest().subarray(0, 16)).toString()
}

/** The UUID in an id, for vendors that accept only UUIDs. @throws Error when the text is not an id */
export function toUuid(id: string): string {
  return TypeID.fromString(id).toUUID()
}

/** The id of this kind with a UUID; null when the text is not a UUID. */
export function fromUuid(kind: IdKind, uuid: string): string | null {
  const pattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
  return pattern.test(uuid) ? TypeID.fromUUID(idPrefixes[kind], uuid.toLowerCase()).toString() : null
}

/** Whether the text is a well-formed id of this kind. */
export function isIdOf(kind: IdKind, text: string): boolean {
  try {
    return TypeID.fromString(text).getType() === idPrefixes[kind]
  } catch {
    return false
  }
}
