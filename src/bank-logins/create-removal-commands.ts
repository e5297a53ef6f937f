import type { BankLoginCommands } from '../domain/bank-login-commands.ts'
import type { RequestContext } from '../domain/request-context.ts'
import type { BankUser } from '../domain/subject.ts'
import { chooseOffer, requireOffer } from '../providers/capability.ts'
import { holdApplicant, requireApplicant } from '../store/applicant-locks.ts'
import { requireBankLogin } from '../store/bank-logins.ts'
import { findBankUser, findBankUsers, lockBankUser, readSoFar } from '../store/bank-users.ts'
import { askVendor, VendorUserGone } from './ask-vendor.ts'
import { type BankLoginDeps, longestCallMs } from './bank-login-deps.ts'
import { toCustomerAddress } from './customer-address.ts'
import { removeBankLogins } from './publish-bank-reading.ts'
import { toVendorUser } from './enrol-bank-user.ts'
import { wishForReading, wishInAnyCase } from './wish-for-reading.ts'

/** The login of a bank user to remove; null for all. */
interface Removal {
  readonly login: { readonly id: string; readonly reference: string } | null
  readonly userIp: string
}

/** The commands that remove bank logins: at the vendor, then here. Their data stay until the applicant is erased. */
export function createRemovalCommands(deps: BankLoginDeps): Pick<BankLoginCommands, 'deleteLogin' | 'disconnect'> {
  const { database, providers, anonymous } = deps

  /** Succeeds also when the vendor no longer has the user. @throws AppError of the driver */
  async function remove(context: RequestContext, user: BankUser, { login, userIp }: Removal): Promise<void> {
    const { tenant } = context
    const known = await findBankUser(database, tenant, user)
    const vendorUser = toVendorUser(known)
    let inAnyCase: Date | null = null
    if (known && vendorUser) {
      const driver = requireOffer(providers, tenant, { providerId: user.providerId, wanted: 'bankLogins' })
      inAnyCase = await wishInAnyCase(database, context, known)
      const removal = { loginReference: login?.reference ?? null, userIp }
      try {
        const signal = AbortSignal.timeout(longestCallMs)
        const ask = () => driver.removeLogins(vendorUser, removal, signal)
        await askVendor(database, context, { user, vendorUser, ask })
      } catch (error) {
        if (!(error instanceof VendorUserGone)) throw error
        inAnyCase = null
      }
    }
    await database.change(context, 'REQUEST', async change => {
      const { tx } = change
      if (!(await holdApplicant(tx, context, user.applicantId))) return
      await lockBankUser(tx, tenant, user)
      await removeBankLogins(change, user, login?.id)
      if (known && inAnyCase) await wishForReading(change, known, readSoFar(known), inAnyCase)
    })
  }

  return {
    async deleteLogin(context, input) {
      const userIp = toCustomerAddress(input, anonymous)
      const login = await requireBankLogin(database, context, input.bankLoginId)
      const { id, applicantId, providerId, providerReference: reference, removedAt } = login
      if (removedAt === null && reference !== null)
        await remove(context, { applicantId, providerId }, { login: { id, reference }, userIp })
      return id
    },

    async disconnect(context, input) {
      const userIp = toCustomerAddress(input, anonymous)
      const { tenant } = context
      const { applicantId, provider = null } = input
      await database.transaction(tx => requireApplicant(tx, context, applicantId))
      if (provider !== null) chooseOffer(providers, tenant, { wanted: 'bankLogins', provider })
      const users = await findBankUsers(database, context, [applicantId])
      for (const { providerId } of users)
        if (provider === null || providerId === provider)
          await remove(context, { applicantId, providerId }, { login: null, userIp })
      return applicantId
    },
  }
}
