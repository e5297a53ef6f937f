import type { Signer } from '../auth/signer.ts'
import { AppError } from '../errors.ts'
import type { SortKey } from '../store/keyset.ts'

/** Makes and opens the cursors of one list. `scope` names the list, its owner, who reads it, and its order. */
export function createListCursors(signer: Signer, scope: readonly string[]) {
  const { sign, open } = signer.within(JSON.stringify(scope))
  return {
    cursorOf: (key: SortKey): string => sign(key),
    /** @throws AppError BAD_USER_INPUT for a cursor of another list; `argument` is the name of the argument that contains it */
    open(cursor: string, argument: string): SortKey {
      const key = open(cursor)
      if (key !== null) return key
      throw new AppError(
        'BAD_USER_INPUT',
        `${argument} is not a cursor of this list in this order. Pass one that a page of the same list gave you.`,
        { field: [argument] },
      )
    },
  }
}
