import { type BankUser, bankUserSubject } from '../domain/subject.ts'
import type { RequestContext } from '../domain/request-context.ts'
import type { Change, ChangingDatabase } from '../events/change.ts'
import { wishForReading as keepWish } from '../store/bank-users.ts'

/** After a call whose answer was lost, a reading finds its effect within this time. In milliseconds. */
const cutOffMs = 60_000

type UserOfAccount = BankUser & { readonly accountKey: string }

/**
 * Stores the wish for a reading that finds the effect of a call to the vendor, in case its answer is lost. When the answer has
 * come, another wish replaces it.
 * @returns its time
 */
export function wishInAnyCase(database: ChangingDatabase, context: RequestContext, user: UserOfAccount): Promise<Date> {
  return database.change(context, 'REQUEST', async change => {
    const at = new Date(change.at.getTime() + cutOffMs)
    await wishForReading(change, user, at)
    return at
  })
}

/**
 * Stores the wish for a reading of a bank user that begins at `at` or later, and makes a look come at that time.
 *
 * @param insteadOf the time of an earlier wish, which this one replaces
 */
export async function wishForReading(change: Change, user: UserOfAccount, at: Date, insteadOf?: Date): Promise<void> {
  const { tx, context } = change
  const { applicantId, providerId, accountKey } = user
  await keepWish(tx, context.tenant, user, { at, insteadOf })
  change.begin(
    { ...bankUserSubject({ applicantId, providerId }), providerId, accountKey },
    at > change.at ? at : change.at,
  )
}
