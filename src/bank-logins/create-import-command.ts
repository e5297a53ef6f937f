import type { BankLoginCommands } from '../domain/bank-login-commands.ts'
import type { ImportedLogin } from '../domain/imported-login.ts'
import type { RequestContext } from '../domain/request-context.ts'
import type { BankUser } from '../domain/subject.ts'
import { AppError } from '../errors.ts'
import { requireOffer } from '../providers/capability.ts'
import { holdApplicant } from '../store/applicant-locks.ts'
import { readLoginStates } from '../store/bank-login-states.ts'
import { canonicalJson, createOnce, findOnce, withoutNulls } from '../store/idempotency.ts'
import { askVendor, withScopes } from './ask-vendor.ts'
import { awaitReading, readingBudgetMs } from './await-reading.ts'
import { type BankLoginDeps, longestCallMs } from './bank-login-deps.ts'
import { checkImport } from './check-import.ts'
import type { Enrol } from './enrol-bank-user.ts'
import { wishForReading, wishInAnyCase } from './wish-for-reading.ts'

/**
 * The command with which callers import logins that they have read elsewhere. An import may be repeated: its objects
 * are matched by their ids.
 */
export function createImportCommand(deps: BankLoginDeps, enrol: Enrol): BankLoginCommands['importLogins'] {
  const { database, providers, secretBox } = deps
  return async (context, { idempotencyKey = null, ...input }) => {
    const { tenant } = context
    const { applicantId, mode } = input
    const logins = checkImport(input.logins)
    if (mode === 'MERGE' && logins.length === 0)
      throw new AppError('BAD_USER_INPUT', 'There is no login to import.', { field: ['logins'] })
    const digest = secretBox.fingerprint(canonicalJson(withoutNulls(input)))
    const request = { operation: 'importBankLogins', key: idempotencyKey, input: digest }
    if ((await findOnce(database, context, request)) !== null) return applicantId

    const { providerId, driver, importLogins } = chooseImporter(deps, context, input.provider ?? null)
    const user = { applicantId, providerId }
    const ofUser = { ...user, accountKey: providers.accountKey(tenant, providerId) }
    if (mode === 'REPLACE' && input.confirm !== true) await refuseRemovals(deps, context, user, logins)
    const signal = AbortSignal.timeout(longestCallMs)
    const enrolled = await enrol(context, user, driver)
    const inAnyCase = await wishInAnyCase(database, context, ofUser)
    await askVendor(database, context, {
      user,
      vendorUser: enrolled,
      async ask() {
        const vendorUser = await withScopes(database, { tenant, user, driver }, enrolled, signal)
        await importLogins(vendorUser, logins, mode, signal)
      },
    })
    const at = await database.change(context, 'REQUEST', async change => {
      if (!(await holdApplicant(change.tx, context, applicantId)))
        throw new AppError('NOT_FOUND', 'The applicant was erased meanwhile.', { field: ['applicantId'] })
      await createOnce(change, request, async () => applicantId)
      await wishForReading(change, ofUser, change.at, inAnyCase)
      return change.at
    })
    await awaitReading(deps, tenant, user, { since: at, askedAt: at, mostMs: readingBudgetMs })
    return applicantId
  }
}

/** The named provider, else the first one in the tenant's order that accepts imports. */
function chooseImporter({ providers }: BankLoginDeps, { tenant }: RequestContext, provider: string | null) {
  const ids = provider === null ? providers.order(tenant, 'bankLogins') : [provider]
  const drivers = ids.map(providerId => ({
    providerId,
    driver: requireOffer(providers, tenant, { providerId, wanted: 'bankLogins', field: ['provider'] }),
  }))
  for (const { providerId, driver } of drivers)
    if (driver.importLogins) return { providerId, driver, importLogins: driver.importLogins }
  const needs = drivers.flatMap(({ providerId, driver: { importNeeds } }) =>
    importNeeds === undefined ? [] : `${providerId} needs ${importNeeds}`,
  )
  const advice = needs.length === 0 ? '' : ` For that, ${needs.join('; ')}.`
  const whose = provider === null ? 'No enabled provider' : `The account at the provider ${provider}`
  const accepts = provider === null ? 'accepts' : 'does not accept'
  throw new AppError('CAPABILITY_UNSUPPORTED', `${whose} ${accepts} imported bank logins.${advice}`, {
    ...(provider !== null && { provider, field: ['provider'] }),
  })
}

/** @throws AppError INVALID_STATE when connected logins would be removed */
async function refuseRemovals(
  { database }: BankLoginDeps,
  context: RequestContext,
  user: BankUser,
  logins: readonly ImportedLogin[],
): Promise<void> {
  const kept = new Set(logins.map(({ id }) => id))
  const states = await readLoginStates(database, context, user)
  const removed = states.filter(({ reference, removedAt }) => removedAt === null && !kept.has(reference)).length
  if (removed === 0) return
  const what = removed === 1 ? 'one bank login' : `${removed} bank logins`
  const message = `This import would remove ${what}. Set confirm to true to remove them, or use MERGE.`
  throw new AppError('INVALID_STATE', message, { field: ['confirm'] })
}
