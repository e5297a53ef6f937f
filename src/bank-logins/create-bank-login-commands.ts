import type { BankLoginCommands, ReturnUrls } from '../domain/bank-login-commands.ts'
import { createId } from '../domain/ids.ts'
import type { RequestContext } from '../domain/request-context.ts'
import type { BankUser } from '../domain/subject.ts'
import type { TenantId } from '../domain/tenant.ts'
import { AppError } from '../errors.ts'
import type { Change } from '../events/change.ts'
import { chooseOffer } from '../providers/capability.ts'
import { requireApplicant } from '../store/applicant-locks.ts'
import { requireBankLogin } from '../store/bank-logins.ts'
import { insertBankSession } from '../store/bank-sessions.ts'
import { findBankUser, findBankUsers, insertBankUser, readSoFar } from '../store/bank-users.ts'
import { canonicalJson, createOnce, withoutNulls } from '../store/idempotency.ts'
import { awaitReading, readingBudgetMs } from './await-reading.ts'
import type { BankLoginDeps } from './bank-login-deps.ts'
import { createImportCommand } from './create-import-command.ts'
import { createRemovalCommands } from './create-removal-commands.ts'
import { toCustomerAddress } from './customer-address.ts'
import { createEnrolment, type Enrol } from './enrol-bank-user.ts'
import { createSessionOpener, type WantedSession } from './open-session.ts'
import { wishForReading, wishInAnyCase } from './wish-for-reading.ts'

export function createBankLoginCommands(deps: BankLoginDeps): BankLoginCommands {
  const enrol = createEnrolment(deps)
  const importLogins = createImportCommand(deps, enrol)
  return { ...createSessionCommands(deps, enrol), ...createRemovalCommands(deps), importLogins }
}

type SessionCommands = Pick<BankLoginCommands, 'connect' | 'manage' | 'synchronize'>

function createSessionCommands(deps: BankLoginDeps, enrol: Enrol): SessionCommands {
  const { database, providers, secretBox, redirects, anonymous } = deps
  const openSession = createSessionOpener(deps, enrol)

  const allowed = (tenant: TenantId, { successUrl, errorUrl, exitUrl }: ReturnUrls): ReturnUrls => ({
    successUrl: redirects.toAllowed(tenant, successUrl, ['successUrl']),
    errorUrl: redirects.toAllowed(tenant, errorUrl, ['errorUrl']),
    exitUrl: redirects.toAllowed(tenant, exitUrl, ['exitUrl']),
  })

  /** Stores a session without a page. @returns its id */
  async function keepSession(
    { tx, at, context }: Change,
    user: BankUser,
    session: ReturnUrls & Pick<WantedSession, 'purpose' | 'loginId'>,
  ): Promise<string> {
    const { tenant } = context
    await requireApplicant(tx, context, user.applicantId)
    await insertBankUser(tx, tenant, { ...user, accountKey: providers.accountKey(tenant, user.providerId), at })
    const id = createId('bankSession')
    await insertBankSession(tx, tenant, { ...user, ...session, id, at })
    return id
  }

  /** The provider of the applicant's logins: the named one, else the first one at which the applicant has a bank user. */
  async function usedProvider(context: RequestContext, applicantId: string, provider: string | null): Promise<string> {
    const { tenant } = context
    const named =
      provider === null ? null : chooseOffer(providers, tenant, { wanted: 'bankLogins', provider }).providerId
    const users = await findBankUsers(database, context, [applicantId])
    const found = providers
      .order(tenant, 'bankLogins')
      .find(id => (named === null || id === named) && users.some(user => user.providerId === id))
    if (found) return found
    const message = 'The applicant has not connected a bank at this provider. Use connectBank first.'
    throw new AppError('INVALID_STATE', message, { field: ['applicantId'] })
  }

  return {
    async connect(context, { idempotencyKey = null, ...input }) {
      const urls = allowed(context.tenant, input)
      const purpose = 'CONNECT'
      const id = await database.change(context, 'REQUEST', async change => {
        const digest = secretBox.fingerprint(canonicalJson(withoutNulls(input)))
        const request = { operation: 'connectBank', key: idempotencyKey, input: digest }
        const session = await createOnce(change, request, async () => {
          const chosen = { wanted: 'bankLogins', provider: input.provider ?? null } as const
          const { providerId } = chooseOffer(providers, context.tenant, chosen)
          const user = { applicantId: input.applicantId, providerId }
          return keepSession(change, user, { ...urls, purpose, loginId: null })
        })
        return session.id
      })
      const opened = await openSession(context, {
        ...withoutLogin,
        id,
        purpose,
        recurring: input.recurring ?? false,
        isRepeatable: idempotencyKey !== null,
      })
      return present(opened)
    },

    async manage(context, input) {
      const urls = allowed(context.tenant, input)
      const userIp = toCustomerAddress(input, anonymous)
      const { applicantId } = input
      const providerId = await usedProvider(context, applicantId, input.provider ?? null)
      const purpose = 'MANAGE'
      const id = await database.change(context, 'REQUEST', change =>
        keepSession(change, { applicantId, providerId }, { ...urls, purpose, loginId: null }),
      )
      const addBankLogin = input.addBankLogin ?? false
      return present(await openSession(context, { ...withoutLogin, id, purpose, addBankLogin, userIp }))
    },

    async synchronize(context, input) {
      const urls = allowed(context.tenant, input)
      const userIp = toCustomerAddress(input, anonymous)
      const login = await requireBankLogin(database, context, input.bankLoginId)
      const { applicantId, providerId, providerReference: loginReference } = login
      const user = { applicantId, providerId }
      const known = await findBankUser(database, context.tenant, user)
      if (login.removedAt !== null || !known?.reference)
        throw new AppError('INVALID_STATE', 'The bank login was removed. Connect the bank again.', {
          field: ['bankLoginId'],
        })
      const purpose = 'SYNCHRONIZE'
      const id = await database.change(context, 'REQUEST', change =>
        keepSession(change, user, { ...urls, purpose, loginId: login.id }),
      )
      const wanted = { ...withoutLogin, id, purpose, loginId: login.id, loginReference, userIp } as const
      // The answer may be lost although the provider has synchronized.
      const inAnyCase = await wishInAnyCase(database, context, known)
      const opened = await openSession(context, wanted)
      const since = await database.change(context, 'REQUEST', async change => {
        const at = opened === null ? change.at : readSoFar(known)
        await wishForReading(change, known, at, inAnyCase)
        return at
      })
      if (opened !== null) return opened
      // Synchronized without the customer: waits for the new data for some time.
      await awaitReading(deps, context.tenant, user, { since, askedAt: since, mostMs: readingBudgetMs })
      return null
    },
  }
}

/** Defaults of a session. */
const withoutLogin = {
  loginId: null,
  loginReference: null,
  userIp: null,
  recurring: false,
  addBankLogin: false,
  isRepeatable: false,
} as const

/** Only a synchronization may need no page. */
function present<Session>(opened: Session | null): Session {
  if (opened !== null) return opened
  throw new Error('The session has no page.')
}
