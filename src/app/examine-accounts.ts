import { toAppError } from '../errors.ts'
import type { BankLoginDriver } from '../providers/bank-login-driver.ts'
import type { ProviderAccount, ProviderRegistry } from '../providers/registry.ts'
import type { Queries } from '../store/database.ts'
import { findKnownVendorUsers } from '../store/known-vendor-users.ts'
import { ownersOf } from './connect-accounts.ts'
import type { Finding } from './finding.ts'

/** The longest wait for a vendor. */
const longestMs = 60_000
/** The most users without an applicant that are named. */
const mostNamed = 20

/** Checks the credentials of every configured account, and lists the facts that the vendor returns about it. */
export async function examineAccounts(
  registry: Pick<ProviderRegistry, 'accounts'>,
  providerId: string,
): Promise<Finding[]> {
  const accounts = registry.accounts(providerId) ?? []
  return Promise.all(accounts.map(account => examineAccount(providerId, account)))
}

async function examineAccount(providerId: string, account: ProviderAccount): Promise<Finding> {
  const about = `${providerId}, ${ownersOf(account)}`
  if (!account.enabled) return { about, isGood: true, says: 'off, because it has no credentials' }
  const { checkCredentials } = account.client
  if (!checkCredentials) return { about, isGood: true, says: 'on; the vendor has no call that checks credentials' }
  try {
    const facts = await checkCredentials(AbortSignal.timeout(longestMs))
    const told = facts.map(({ name, value }) => `${name} ${value}`)
    return { about, isGood: true, says: ['the credentials are accepted', ...told].join('; ') }
  } catch (error) {
    const { code, message } = toAppError(error)
    const advice =
      code === 'PROVIDER_UNAUTHORIZED'
        ? 'Renew them at the vendor and set the new ones'
        : 'Try again; if it fails again, ask the vendor'
    return { about, isGood: false, says: `${code}: ${message} ${advice}` }
  }
}

/**
 * Compares the users at a vendor of bank data with those of applicants. A user of no applicant may come from a lost
 * answer; the vendor bills it nevertheless.
 */
export async function examineUsers(
  registry: Pick<ProviderRegistry, 'accounts'>,
  providerId: string,
  queries: Queries,
): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const account of withBankLogins(registry, providerId)) {
    const about = `${providerId}, users of the ${ownersOf(account)}`
    try {
      const listed = await Array.fromAsync(account.driver.listUsers(AbortSignal.timeout(longestMs)))
      const references = listed.map(user => user.reference)
      const known = await findKnownVendorUsers(queries, providerId, references)
      const orphans = references.filter(reference => !known.has(reference))
      const named = orphans.slice(0, mostNamed).join(', ')
      const more = orphans.length > mostNamed ? ` and ${orphans.length - mostNamed} more` : ''
      const says =
        orphans.length === 0
          ? `${references.length}, each of an applicant`
          : `${references.length}, of which ${orphans.length} belong to no applicant: ${named}${more}. ` +
            `A user that was made within the last minute may not be stored yet, so check twice. To delete one: npm run doctor -- --delete-user ${providerId}/<its id>`
      findings.push({ about, isGood: true, says })
    } catch (error) {
      const { code, message } = toAppError(error)
      findings.push({ about, isGood: false, says: `could not be listed: ${code}: ${message}` })
    }
  }
  return findings
}

/** Deletes a vendor's user that no applicant has. @param place `<provider>/<the vendor's id>` */
export async function deleteUser(
  registry: Pick<ProviderRegistry, 'accounts'>,
  place: string,
  queries: Queries,
): Promise<Finding> {
  const [providerId = '', ...rest] = place.split('/')
  const reference = rest.join('/')
  const about = `user ${reference} at ${providerId}`
  const accounts = withBankLogins(registry, providerId)
  if (reference === '' || accounts.length === 0)
    return { about, isGood: false, says: 'not deleted: name it as <provider>/<its id>, of a provider that is on' }
  if ((await findKnownVendorUsers(queries, providerId, [reference])).has(reference))
    return { about, isGood: false, says: 'not deleted: an applicant has it. Use eraseApplicant or disconnectBank' }
  try {
    for (const { driver } of accounts) await driver.deleteUser(reference, AbortSignal.timeout(longestMs))
    return { about, isGood: true, says: 'deleted' }
  } catch (error) {
    const { code, message } = toAppError(error)
    return { about, isGood: false, says: `not deleted: ${code}: ${message}` }
  }
}

function withBankLogins(
  registry: Pick<ProviderRegistry, 'accounts'>,
  providerId: string,
): readonly (ProviderAccount & { readonly driver: BankLoginDriver })[] {
  return (registry.accounts(providerId) ?? []).flatMap(account => {
    const driver = account.enabled ? account.client.bankLogins : undefined
    return driver ? [{ ...account, driver }] : []
  })
}
