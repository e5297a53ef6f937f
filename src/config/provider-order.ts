import { type AnalysisProduct, products } from '../domain/analysis.ts'

/** Per product the preferred provider first. A product without an entry has the order of registration. */
export type ProviderOrder = ReadonlyMap<AnalysisProduct, readonly string[]>

/** Parses `PRODUCT=id,id;PRODUCT=id`, the value of PROVIDER_ORDER. */
export function readProviderOrder(
  text: string | undefined,
  ids: readonly string[],
  faults: string[],
  variable = 'PROVIDER_ORDER',
): ProviderOrder {
  const order = new Map<AnalysisProduct, readonly string[]>()
  for (const entry of (text ?? '').split(';').filter(part => part.trim() !== '')) {
    const [name = '', names = ''] = entry.split('=').map(part => part.trim())
    const product = products.find(candidate => candidate === name)
    if (!product) {
      faults.push(`${variable}: there is no product "${name}"; there are ${products.join(', ')}`)
      continue
    }
    const providers = names.split(',').map(id => id.trim())
    const unknown = providers.filter(id => !ids.includes(id))
    if (unknown.length > 0)
      faults.push(`${variable}: there is no provider "${unknown.join('", "')}"; there are ${ids.join(', ')}`)
    order.set(product, providers)
  }
  return order
}
