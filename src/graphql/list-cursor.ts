import { z } from 'zod'
import type { Signer } from '../auth/signer.ts'
import { AppError } from '../errors.ts'
import type { SortKey } from '../store/keyset.ts'

const cursorSchema = z.tuple([z.array(z.string()), z.string()])

/** The cursor of a place in a list. `scope` says which list of whom it is, and how it is sorted. */
export function signCursor(signer: Signer, scope: readonly string[], key: SortKey): string {
  return signer.sign(JSON.stringify([scope, key]))
}

/** @throws AppError BAD_USER_INPUT for a cursor that was not made for this scope; `argument` names where it came in */
export function openCursor(signer: Signer, scope: readonly string[], cursor: string, argument: string): SortKey {
  const payload = signer.open(cursor)
  if (payload !== null) {
    const [madeFor, key] = cursorSchema.parse(JSON.parse(payload))
    if (madeFor.length === scope.length && madeFor.every((part, index) => part === scope[index])) return key
  }
  throw new AppError(
    'BAD_USER_INPUT',
    `${argument} is not a cursor of this list in this order. Pass one that a page of the same list gave you.`,
    { field: [argument] },
  )
}
