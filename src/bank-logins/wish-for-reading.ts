import { type BankUser, bankUserSubject } from '../domain/subject.ts'
import type { Change } from '../events/change.ts'
import { wishForReading as keepWish } from '../store/bank-users.ts'

/**
 * Has a bank user read: what is there at a moment or later, whoever asks for it. A moment that lies ahead is waited for.
 *
 * @param insteadOf a moment that was wished for before, and is not wished for any more
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
  change.look(
    { ...bankUserSubject({ applicantId, providerId }), providerId, accountKey },
    at > change.at ? at : change.at,
  )
}
