import type { Logger } from 'pino'
import type { ApplicantKind } from '../domain/applicant.ts'
import type { RequestContext } from '../domain/request-context.ts'
import { type BankUser, bankUserSubject } from '../domain/subject.ts'
import { AppError, toAppError } from '../errors.ts'
import type { ChangingDatabase } from '../events/change.ts'
import type { BankLoginDriver, VendorUser } from '../providers/bank-login-driver.ts'
import type { ProviderRegistry } from '../providers/registry.ts'
import { holdApplicant } from '../store/applicant-locks.ts'
import { readApplicants } from '../store/applicants.ts'
import { announceEnrolment, findBankUser, insertBankUser, lockBankUser, saveVendorUser } from '../store/bank-users.ts'
import { saveErasedReferences, settleReferences } from '../store/erasures.ts'
import { longestCallMs } from './bank-login-deps.ts'

export interface EnrolmentDeps {
  readonly database: ChangingDatabase
  readonly providers: Pick<ProviderRegistry, 'accountKey'>
  readonly logger: Logger
}

/**
 * The vendor's user for an applicant: the stored one, else a new one. Simultaneous requests, at one process or several,
 * get the same user. If a process is killed during the call, an unused user may be left at the vendor.
 *
 * @throws AppError NOT_FOUND when there is no such applicant; those of the driver
 */
export type Enrol = (context: RequestContext, user: BankUser, driver: BankLoginDriver) => Promise<VendorUser>

export function createEnrolment(deps: EnrolmentDeps): Enrol {
  const underWay = new Map<string, Promise<VendorUser>>()
  return async (context, user, driver) => {
    const known = await findBankUser(deps.database, context.tenant, user)
    if (known?.reference) return { reference: known.reference, scopes: known.scopes }
    const key = JSON.stringify([context.tenant, user.applicantId, user.providerId])
    const waiting = underWay.get(key)
    if (waiting) return waiting
    const enrolled = enrol(deps, context, user, driver).finally(() => underWay.delete(key))
    underWay.set(key, enrolled)
    return enrolled
  }
}

async function enrol(
  deps: EnrolmentDeps,
  context: RequestContext,
  user: BankUser,
  driver: BankLoginDriver,
): Promise<VendorUser> {
  const announced = await announce(deps, context, user)
  if ('known' in announced) return announced.known
  const made = await make(deps, context, user, { driver, ...announced })
  const outcome = await deps.database.change(context, 'REQUEST', async ({ tx }) => {
    if (!(await holdApplicant(tx, context, user.applicantId))) return 'erased'
    return (await saveVendorUser(tx, context.tenant, user, made)) ? 'used' : 'lost'
  })
  if (outcome === 'used') return made
  if (outcome === 'erased') await keepForErasure(deps, context, user, made)
  const isDeleted = await discard(deps, context, driver, made)
  if (outcome === 'erased') {
    if (isDeleted)
      await settleReferences(deps.database, context.tenant, {
        applicantId: user.applicantId,
        providerId: user.providerId,
        references: [made.reference],
      })
    throw noSuchApplicant()
  }
  const winner = await findBankUser(deps.database, context.tenant, user)
  if (winner?.reference) return { reference: winner.reference, scopes: winner.scopes }
  throw noSuchApplicant()
}

type Announced = { readonly known: VendorUser } | { readonly kind: ApplicantKind; readonly at: Date }

/** From here on, until its id is stored, the vendor may have a user with an unknown id. */
function announce({ database, providers }: EnrolmentDeps, context: RequestContext, user: BankUser): Promise<Announced> {
  const { tenant } = context
  return database.change(context, 'REQUEST', async ({ tx, at }): Promise<Announced> => {
    if (!(await holdApplicant(tx, context, user.applicantId))) throw noSuchApplicant()
    const [applicant] = await readApplicants(tx, context, [user.applicantId])
    if (!applicant) throw noSuchApplicant()
    await insertBankUser(tx, tenant, { ...user, accountKey: providers.accountKey(tenant, user.providerId), at })
    const known = await lockBankUser(tx, tenant, user)
    if (known?.reference) return { known: { reference: known.reference, scopes: known.scopes } }
    await announceEnrolment(tx, tenant, user, { at })
    return { kind: applicant.kind, at }
  })
}

async function make(
  { database }: EnrolmentDeps,
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

/** Stores, when the applicant was erased meanwhile, that the new user has to be deleted at the vendor. */
async function keepForErasure(
  { database }: EnrolmentDeps,
  { tenant }: RequestContext,
  user: BankUser,
  { reference }: VendorUser,
): Promise<void> {
  const { applicantId, providerId } = user
  await database.transaction(tx =>
    saveErasedReferences(tx, tenant, {
      applicantId,
      subjectId: bankUserSubject(user).id,
      providerId,
      references: [reference],
    }),
  )
}

/** @returns whether the vendor has deleted the user; otherwise it stays there unused */
async function discard(
  { logger }: EnrolmentDeps,
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

function noSuchApplicant(): AppError {
  return new AppError('NOT_FOUND', 'There is no such applicant.', { field: ['applicantId'] })
}
