import type { ApplicantKind } from '../domain/applicant.ts'
import type { RequestContext } from '../domain/request-context.ts'
import { type BankUser, bankUserSubject } from '../domain/subject.ts'
import { toAppError } from '../errors.ts'
import type { BankLoginDriver, VendorUser } from '../providers/bank-login-driver.ts'
import { holdApplicant, noSuchApplicant, requireApplicant } from '../store/applicant-locks.ts'
import { readApplicants } from '../store/applicants.ts'
import {
  announceEnrolment,
  type BankUserState,
  findBankUser,
  insertBankUser,
  lockBankUser,
  saveVendorUser,
} from '../store/bank-users.ts'
import { saveErasedReferences, settleReferences } from '../store/erasures.ts'
import { type BankLoginDeps, longestCallMs } from './bank-login-deps.ts'

/**
 * The vendor's user for an applicant: the stored one, else a new one. Simultaneous requests, at one process or several,
 * get the same user. If a process is killed during the call, an unused user may be left at the vendor.
 *
 * @throws AppError NOT_FOUND when there is no such applicant; those of the driver
 */
export type Enrol = (context: RequestContext, user: BankUser, driver: BankLoginDriver) => Promise<VendorUser>

export function createEnrolment({
  database,
  providers,
  logger,
}: Pick<BankLoginDeps, 'database' | 'providers' | 'logger'>): Enrol {
  const underWay = new Map<string, Promise<VendorUser>>()

  async function enrol(context: RequestContext, user: BankUser, driver: BankLoginDriver): Promise<VendorUser> {
    const { tenant } = context
    const announced = await announce(context, user)
    if ('known' in announced) return announced.known
    const made = await make(context, user, { driver, ...announced })
    const outcome = await database.change(context, 'REQUEST', async ({ tx }) => {
      if (!(await holdApplicant(tx, context, user.applicantId))) return 'erased'
      return (await saveVendorUser(tx, tenant, user, made)) ? 'used' : 'lost'
    })
    if (outcome === 'used') return made
    if (outcome === 'lost') {
      await discard(context, driver, made)
      const winner = toVendorUser(await findBankUser(database, tenant, user))
      if (winner) return winner
      throw noSuchApplicant()
    }
    // The applicant was erased meanwhile, so the new user has to be deleted at the vendor, now or by the next erasure.
    const unused = { ...user, references: [made.reference] }
    const { id: subjectId } = bankUserSubject(user)
    await database.transaction(tx => saveErasedReferences(tx, tenant, { ...unused, subjectId }))
    if (await discard(context, driver, made)) await settleReferences(database, tenant, unused)
    throw noSuchApplicant()
  }

  /** From here on, until its id is stored, the vendor may have a user with an unknown id. */
  function announce(
    context: RequestContext,
    user: BankUser,
  ): Promise<{ readonly known: VendorUser } | { readonly kind: ApplicantKind; readonly at: Date }> {
    const { tenant } = context
    return database.change(context, 'REQUEST', async ({ tx, at }) => {
      await requireApplicant(tx, context, user.applicantId)
      const [applicant] = await readApplicants(tx, context, [user.applicantId])
      if (!applicant) throw noSuchApplicant()
      await insertBankUser(tx, tenant, { ...user, accountKey: providers.accountKey(tenant, user.providerId), at })
      const known = toVendorUser(await lockBankUser(tx, tenant, user))
      if (known) return { known }
      await announceEnrolment(tx, tenant, user, { at })
      return { kind: applicant.kind, at }
    })
  }

  async function make(
    { tenant }: RequestContext,
    user: BankUser,
    { driver, kind, at }: { readonly driver: BankLoginDriver; readonly kind: ApplicantKind; readonly at: Date },
  ): Promise<VendorUser> {
    try {
      return await driver.enrol(kind, AbortSignal.timeout(longestCallMs))
    } catch (error) {
      const { code } = toAppError(error)
      const isUnknown = code === 'SUBMISSION_OUTCOME_UNKNOWN' || code === 'PROVIDER_TIMEOUT'
      await announceEnrolment(database, tenant, user, isUnknown ? { at } : { at: null, unless: at })
      throw error
    }
  }

  /** @returns whether the vendor has deleted the user; otherwise it stays there unused */
  async function discard(
    context: RequestContext,
    driver: BankLoginDriver,
    { reference }: VendorUser,
  ): Promise<boolean> {
    try {
      await driver.deleteUser(reference, AbortSignal.timeout(longestCallMs))
      return true
    } catch (error) {
      logger.warn({ ...context, err: error }, 'an unused user could not be deleted at a provider of bank data')
      return false
    }
  }

  return async (context, user, driver) => {
    const known = toVendorUser(await findBankUser(database, context.tenant, user))
    if (known) return known
    const key = JSON.stringify([context.tenant, user.applicantId, user.providerId])
    const waiting = underWay.get(key)
    if (waiting) return waiting
    const enrolled = enrol(context, user, driver).finally(() => underWay.delete(key))
    underWay.set(key, enrolled)
    return enrolled
  }
}

/** null while the vendor has no user. */
export function toVendorUser(state: BankUserState | null): VendorUser | null {
  return state?.reference ? { reference: state.reference, scopes: state.scopes } : null
}
