import { isPlausibleDate, utcDateOf } from '../domain/calendar-date.ts'
import { isWebAddress } from '../domain/is-web-address.ts'
import { toVendorReference, toVendorWord } from '../domain/storable-text.ts'
import { AppError } from '../errors.ts'
import type { ActionRequest, Progress, ResultDriver, SubmissionStep } from './analysis-driver.ts'
import type { ProviderClient, WebhookReceiver } from './provider.ts'

/**
 * A client whose answers contain only texts, dates and numbers that can be stored. An unstorable optional value becomes
 * null or is left out; an unstorable required one is a PROVIDER_BAD_RESPONSE. Findings and banks are bounded where they
 * enter the store.
 */
export function boundClient(client: ProviderClient): ProviderClient {
  const products = Object.fromEntries(
    Object.entries(client.products).map(([product, driver]) => [
      product,
      { ...driver, ...boundChecks(driver), submit: boundSubmit(driver.submit) },
    ]),
  )
  const { consents } = client
  return {
    ...client,
    products,
    ...(consents && { consents: { ...consents, ...boundChecks(consents), submit: boundSubmit(consents.submit) } }),
  }
}

/** The same for a vendor's webhooks. */
export function boundReceiver(receiver: WebhookReceiver): WebhookReceiver {
  return {
    ...receiver,
    parse(request) {
      const notice = receiver.parse(request)
      const eventId = toVendorReference(notice.eventId)
      if (eventId === null) throw new AppError('BAD_USER_INPUT', 'The webhook has no usable event id.')
      return {
        ...notice,
        eventId,
        eventType: toVendorWord(notice.eventType) ?? 'unknown',
        references: boundReferences(notice.references),
      }
    },
  }
}

function boundSubmit<Given extends readonly unknown[]>(
  submit: (...given: Given) => Promise<SubmissionStep>,
): (...given: Given) => Promise<SubmissionStep> {
  return async (...given) => boundStep(await submit(...given))
}

function boundChecks({ check, checkMany }: Pick<ResultDriver, 'check' | 'checkMany'>) {
  const bounded: Pick<ResultDriver, 'check' | 'checkMany'> = {
    check: async (...given) => boundProgress(await check(...given)),
    ...(checkMany && { checkMany: async (...given) => (await checkMany(...given)).map(boundProgress) }),
  }
  return bounded
}

function boundStep(step: SubmissionStep): SubmissionStep {
  const references = boundReferences(step.references)
  switch (step.kind) {
    case 'submitted':
      return { ...step, references, providerReference: toVendorReference(step.providerReference) }
    case 'action-required': {
      const action = boundAction(step.action)
      // The vendor has the submission, and its ids are needed to delete it.
      if (action === null)
        return { kind: 'postponed', checkpoint: step.checkpoint, references, error: unusableAction() }
      const { providerReference } = step
      const reference =
        providerReference === undefined ? {} : { providerReference: toVendorReference(providerReference) }
      return { ...step, references, action, ...reference }
    }
    default:
      return { ...step, references }
  }
}

function boundProgress({ learnt, ...told }: Progress): Progress {
  const news = learnt && { learnt: { ...learnt, references: boundReferences(learnt.references) } }
  const progress = { ...told, ...news }
  switch (progress.kind) {
    case 'running': {
      const { retryAfterMs } = progress
      return {
        ...progress,
        providerStage: toVendorWord(progress.providerStage),
        retryAfterMs: retryAfterMs !== null && retryAfterMs >= 0 && retryAfterMs < Infinity ? retryAfterMs : null,
      }
    }
    case 'action-required': {
      const action = boundAction(progress.action)
      if (action === null) return { ...news, kind: 'failed', error: unusableAction(), documents: [] }
      return { ...progress, action, providerStage: toVendorWord(progress.providerStage) }
    }
    case 'ready':
      return { ...progress, providerStage: toVendorWord(progress.providerStage) }
    case 'failed':
      return progress
  }
}

function boundReferences(references: readonly string[] = []): string[] {
  return references.filter(reference => toVendorReference(reference) !== null)
}

/** null for an action with an invalid address to open. */
function boundAction(action: ActionRequest): ActionRequest | null {
  const { url, expiresAt } = action
  if (url !== null && !isWebAddress(url)) return null
  const isDate = expiresAt !== null && !Number.isNaN(expiresAt.getTime()) && isPlausibleDate(utcDateOf(expiresAt))
  return { ...action, expiresAt: isDate ? expiresAt : null }
}

function unusableAction(): AppError {
  const message = 'The address to open that the provider named is invalid or too long.'
  return new AppError('PROVIDER_BAD_RESPONSE', message, { retryable: false })
}
