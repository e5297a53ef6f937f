import type { OpenedBankSession } from '../domain/bank-login-commands.ts'
import { isWebAddress } from '../domain/is-web-address.ts'
import type { RequestContext } from '../domain/request-context.ts'
import { type BankUser, bankUserSubject } from '../domain/subject.ts'
import { AppError } from '../errors.ts'
import type { BankLoginDriver, SessionRequest, VendorUser } from '../providers/bank-login-driver.ts'
import { requireOffer } from '../providers/capability.ts'
import { holdApplicant } from '../store/applicant-locks.ts'
import { noteActionRequired } from '../store/bank-login-states.ts'
import { dropUnopenedSession, findSessionEnds, readSealedPage, saveSessionPage } from '../store/bank-sessions.ts'
import { lockBankUser } from '../store/bank-users.ts'
import { askVendor, VendorUserGone, withScopes } from './ask-vendor.ts'
import { type BankLoginDeps, longestCallMs } from './bank-login-deps.ts'
import type { Enrol } from './enrol-bank-user.ts'
import { type ReturnStatus, toReturnToken } from './return-token.ts'

/** A stored session for which the vendor is asked for a page. */
export interface WantedSession extends Omit<SessionRequest, 'returnUrls'> {
  readonly id: string
  readonly loginId: string | null
  /** Whether the request has an idempotency key, so that the session stays stored when the vendor refuses it. */
  readonly isRepeatable: boolean
}

/**
 * Asks the vendor for the page of a stored session that has none. If the vendor no longer has the user, a session that
 * connects gets a new user.
 *
 * @returns null when the vendor needs no page; the session is deleted then
 * @throws AppError NOT_FOUND when the applicant was erased meanwhile; those of the driver
 */
export function createSessionOpener(deps: BankLoginDeps, enrol: Enrol) {
  const { database, providers, secretBox, returnSigner, publicUrl } = deps

  async function open(context: RequestContext, wanted: WantedSession): Promise<OpenedBankSession | null> {
    const { tenant } = context
    const opened = await readPage(context, wanted.id)
    if (opened) return opened
    const session = await findSessionEnds(database, tenant, wanted.id)
    if (!session) throw gone()
    const user = { applicantId: session.applicantId, providerId: session.providerId }
    const driver = requireOffer(providers, tenant, { providerId: user.providerId, wanted: 'bankLogins' })
    const url = await askForPage(context, { user, driver, wanted })
    if (url === null) {
      await dropUnopenedSession(database, tenant, wanted.id)
      return null
    }
    return (await keepPage(context, { user, driver, wanted }, url)) ?? (await readPage(context, wanted.id)) ?? lost()
  }

  async function readPage({ tenant }: RequestContext, sessionId: string): Promise<OpenedBankSession | null> {
    const sealed = await readSealedPage(database, tenant, sessionId)
    return sealed === null ? null : { sessionId, redirectUrl: secretBox.open(sealed) }
  }

  interface Opening {
    readonly user: BankUser
    readonly driver: BankLoginDriver
    readonly wanted: WantedSession
  }

  async function askForPage(context: RequestContext, opening: Opening): Promise<URL | null> {
    const { user, driver, wanted } = opening
    const once = async () => askOnce(context, opening, await enrol(context, user, driver))
    try {
      return await once()
    } catch (error) {
      if (!(error instanceof VendorUserGone) || wanted.purpose !== 'CONNECT') throw error
      return once()
    }
  }

  function askOnce(context: RequestContext, { user, driver, wanted }: Opening, vendorUser: VendorUser) {
    const { tenant } = context
    const signal = AbortSignal.timeout(longestCallMs)
    const returnTo = (status: ReturnStatus) => {
      const token = toReturnToken(returnSigner, { tenant, sessionId: wanted.id, status })
      return `${publicUrl}/callbacks/${user.providerId}/${token}`
    }
    const returnUrls = { success: returnTo('SUCCEEDED'), error: returnTo('FAILED'), exit: returnTo('EXITED') }
    const { purpose, recurring, addBankLogin, loginReference, userIp } = wanted
    const request: SessionRequest = { purpose, recurring, addBankLogin, loginReference, userIp, returnUrls }
    return askVendor(database, context, {
      user,
      vendorUser,
      async ask() {
        const adjusted = await withScopes(database, { tenant, user, driver }, vendorUser, signal)
        const url = await driver.openSession(adjusted, request, signal)
        if (url === null && purpose !== 'SYNCHRONIZE') throw unusable(user.providerId, 'named no page')
        if (url !== null && !isWebAddress(url.href))
          throw unusable(user.providerId, 'named an address that is not a web page')
        return url
      },
    })
  }

  /** @returns null when another request has opened the session meanwhile */
  async function keepPage(
    context: RequestContext,
    { user, driver, wanted }: Opening,
    url: URL,
  ): Promise<OpenedBankSession | null> {
    const { tenant } = context
    const { id, loginId } = wanted
    const isKept = await database.change(context, 'REQUEST', async change => {
      const { tx, at } = change
      if (!(await holdApplicant(tx, context, user.applicantId))) throw gone()
      // Locked so that no look that saw no session deletes the work of the user meanwhile.
      await lockBankUser(tx, tenant, user)
      const expiresAt = new Date(at.getTime() + driver.sessionMs)
      if (!(await saveSessionPage(tx, tenant, id, { sealedUrl: secretBox.seal(url.href), at, expiresAt }))) return false
      if (loginId !== null) {
        await noteActionRequired(tx, tenant, loginId)
        change.emit({
          type: 'BANK_LOGIN_ACTION_REQUIRED',
          applicantId: user.applicantId,
          bankLoginId: loginId,
          bankSessionId: id,
        })
      }
      const { providerId } = user
      change.begin({ ...bankUserSubject(user), providerId, accountKey: providers.accountKey(tenant, providerId) })
      return true
    })
    return isKept ? { sessionId: id, redirectUrl: url.href } : null
  }

  return async (context: RequestContext, wanted: WantedSession): Promise<OpenedBankSession | null> => {
    try {
      return await open(context, wanted)
    } catch (error) {
      // A session without a page that cannot be deleted does no harm.
      if (!wanted.isRepeatable) await dropUnopenedSession(database, context.tenant, wanted.id).catch(() => {})
      throw error
    }
  }
}

function gone(): AppError {
  return new AppError('NOT_FOUND', 'The applicant was erased meanwhile.')
}

function lost(): never {
  throw new AppError('CONFLICT', 'Another request has deleted the session. Try again.', { retryable: true })
}

function unusable(provider: string, fault: string): AppError {
  return new AppError('PROVIDER_BAD_RESPONSE', `The provider ${fault}.`, { provider })
}
