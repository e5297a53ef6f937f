import { type AnalysisOptions, type AnalysisProduct, noOptions } from '../domain/analysis.ts'
import type { TenantId } from '../domain/tenant.ts'
import { AppError } from '../errors.ts'
import type { AnalysisDriver, AnalysisRequest } from '../providers/analysis-driver.ts'
import { requireOffer } from '../providers/capability.ts'
import type { ProviderRegistry } from '../providers/registry.ts'

/** The input field of the provider. */
const field = ['provider']

export interface ChosenDriver {
  readonly providerId: string
  readonly driver: AnalysisDriver
}

/**
 * The provider for a product and a request: the named one, else the first in the tenant's order that accepts the request.
 *
 * @throws AppError PROVIDER_NOT_CONFIGURED, CAPABILITY_UNSUPPORTED, DOCUMENT_TYPE_UNSUPPORTED, DOCUMENT_TOO_LARGE or BAD_USER_INPUT
 */
export function chooseDriver(
  providers: Pick<ProviderRegistry, 'order' | 'client'>,
  tenant: TenantId,
  { product, providerId }: { readonly product: AnalysisProduct; readonly providerId: string | null },
  request: AnalysisRequest,
): ChosenDriver {
  if (providerId !== null) {
    const driver = requireOffer(providers, tenant, { providerId, wanted: product, field })
    const fault = faultOf(driver, request)
    if (fault) throw fault
    return { providerId, driver }
  }
  const candidates = inOrder(providers, tenant, product, request)
  const chosen = candidates.find(({ fault }) => fault === null)
  if (chosen) return chosen
  throw (
    candidates[0]?.fault ??
    new AppError('PROVIDER_NOT_CONFIGURED', `No provider of ${product} is enabled. dataProviders lists them.`, {
      field: ['product'],
    })
  )
}

/** The first provider in the tenant's order that accepts a request and was not tried yet; null when there is none. */
export function chooseNextDriver(
  providers: Pick<ProviderRegistry, 'order' | 'client'>,
  tenant: TenantId,
  { product, tried }: { readonly product: AnalysisProduct; readonly tried: readonly string[] },
  request: AnalysisRequest,
): ChosenDriver | null {
  const candidates = inOrder(providers, tenant, product, request)
  return candidates.find(({ providerId, fault }) => fault === null && !tried.includes(providerId)) ?? null
}

/** The providers of a product in the tenant's order, each with the reason why it refuses the request. */
function inOrder(
  providers: Pick<ProviderRegistry, 'order' | 'client'>,
  tenant: TenantId,
  product: AnalysisProduct,
  request: AnalysisRequest,
): (ChosenDriver & { readonly fault: AppError | null })[] {
  return providers.order(tenant, product).map(providerId => {
    const driver = requireOffer(providers, tenant, { providerId, wanted: product })
    return { providerId, driver, fault: faultOf(driver, request) }
  })
}

function faultOf(driver: AnalysisDriver, request: AnalysisRequest): AppError | null {
  return (
    documentFaultOf(driver, request) ??
    passwordFaultOf(driver, request) ??
    optionFaultOf(driver, request) ??
    driver.refuse?.(request) ??
    null
  )
}

function passwordFaultOf({ options = [] }: AnalysisDriver, request: AnalysisRequest): AppError | null {
  const index = request.documents.findIndex(document => request.protectedIds.includes(document.id))
  if (index < 0 || options.includes('password')) return null
  return new AppError(
    'CAPABILITY_UNSUPPORTED',
    'The provider does not accept passwords of documents. Upload the file without password protection.',
    { field: ['documents', String(index), 'password'] },
  )
}

const optionNames: readonly (keyof AnalysisOptions)[] = ['explanation', 'shareLink']

function optionFaultOf({ options = [] }: AnalysisDriver, request: AnalysisRequest): AppError | null {
  const unheeded = optionNames.find(name => request.options[name] !== noOptions[name] && !options.includes(name))
  if (unheeded === undefined) return null
  return new AppError('CAPABILITY_UNSUPPORTED', `The provider does not offer the option ${unheeded}.`, {
    field: ['options', unheeded],
  })
}

function documentFaultOf({ accepts }: AnalysisDriver, { documents }: AnalysisRequest): AppError | null {
  if (documents.length > accepts.maxDocuments)
    return new AppError('BAD_USER_INPUT', `The provider accepts at most ${accepts.maxDocuments} documents at once.`, {
      field: ['documents'],
    })
  for (const [index, document] of documents.entries()) {
    const field = ['documents', String(index), 'documentId']
    if (!accepts.mediaTypes.includes(document.mediaType ?? ''))
      return new AppError(
        'DOCUMENT_TYPE_UNSUPPORTED',
        `The provider accepts ${accepts.mediaTypes.join(', ')}; this document is ${document.mediaType}.`,
        { field },
      )
    if ((document.byteSize ?? 0) > accepts.maxBytes)
      return new AppError('DOCUMENT_TOO_LARGE', `The provider accepts documents of up to ${accepts.maxBytes} bytes.`, {
        field,
      })
  }
  return null
}
