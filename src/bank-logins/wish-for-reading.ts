import { type BankUser, bankUserSubject } from '../domain/subject.ts'
import type { Change } from '../events/change.ts'
import { wishForReading as keepWish } from '../store/bank-users.ts'

/**
 * Stores the wish for a reading of a bank user that begins at `at` or later, and makes a look come at that time.
 *
 * @param insteadOf the time of an earlier wish, which this one replaces
 */
export async function wishForReading(
  change: Change,
  user: BankUser & { readonly accountKey: string },
  at: Date,
  insteadOf?: Date,
): Promise<void> {
  const { tx, context } = change
  const { applicantId, providerId, accountKey } = user
  await keepWish(tx, context.tenant, user, { at, insteadOf })
  change.begin(
    { ...bankUserSubject({ applicantId, providerId }), providerId, accountKey },
    at > change.at ? at : change.at,
  )
}
