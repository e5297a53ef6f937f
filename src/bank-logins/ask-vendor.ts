import { isDeepStrictEqual } from 'node:util'
import type { RequestContext } from '../domain/request-context.ts'
import type { BankUser } from '../domain/subject.ts'
import { AppError } from '../errors.ts'
import type { ChangingDatabase } from '../events/change.ts'
import type { BankLoginDriver, VendorUser } from '../providers/bank-login-driver.ts'
import { saveScopes } from '../store/bank-users.ts'
import type { Queries } from '../store/database.ts'
import { endBankUser } from './end-bank-user.ts'

/** Thrown when the vendor no longer has the user, after that was stored. */
export class VendorUserGone extends AppError {
  constructor(provider: string) {
    super('INVALID_STATE', 'The provider no longer knows the applicant. Connect its banks again.', { provider })
  }
}

/** Adjusts a user's scopes to the settings, if they differ. */
export async function withScopes(
  queries: Queries,
  {
    tenant,
    user,
    driver,
  }: { readonly tenant: RequestContext['tenant']; readonly user: BankUser; readonly driver: BankLoginDriver },
  vendorUser: VendorUser,
  signal: AbortSignal,
): Promise<VendorUser> {
  const adjusted = await driver.adjustScopes(vendorUser, signal)
  if (!isDeepStrictEqual(adjusted.scopes, vendorUser.scopes)) await saveScopes(queries, tenant, user, adjusted)
  return adjusted
}

export interface VendorCall<Result> {
  readonly user: BankUser
  readonly vendorUser: VendorUser
  readonly ask: () => Promise<Result>
}

/**
 * Calls the vendor about a user.
 * @throws AppError of the driver, but VendorUserGone in place of NOT_FOUND
 */
export async function askVendor<Result>(
  database: ChangingDatabase,
  context: RequestContext,
  { user, vendorUser, ask }: VendorCall<Result>,
): Promise<Result> {
  try {
    return await ask()
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'NOT_FOUND') throw error
    await database.change(context, 'REQUEST', change => endBankUser(change, user, vendorUser.reference))
    throw new VendorUserGone(user.providerId)
  }
}
