import { type BankUser, bankUserSubject } from '../domain/subject.ts'
import type { Change } from '../events/change.ts'
import { wishForReading as keepWish } from '../store/bank-users.ts'

/**
 * Has a bank user read: what is there at a moment or later, whoever asks for it. A moment that lies ahead is waited for.
 */
export async function wishForReading(
  change: Change,
  user: BankUser & { readonly accountKey: string },
  at: Date,
): Promise<void> {
  const { tx, context } = change
  const { applicantId, providerId, accountKey } = user
  await keepWish(tx, context.tenant, user, at)
  change.look({ ...bankUserSubject({ applicantId, providerId }), providerId, accountKey })
}
