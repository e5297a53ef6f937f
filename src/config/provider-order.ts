import { type AnalysisProduct, products } from '../domain/analysis.ts'
import type { Provider } from '../providers/provider.ts'

/** The providers of each product, the preferred one first. A product without an entry has the order of registration. */
export type ProviderOrder = ReadonlyMap<AnalysisProduct, readonly string[]>

/** Parses `PRODUCT=id,id;PRODUCT=id`, the value of PROVIDER_ORDER. A provider that does not offer the product is a fault. */
export function readProviderOrder(
  text: string | undefined,
  providers: readonly Pick<Provider, 'id' | 'products'>[],
  faults: string[],
  variable = 'PROVIDER_ORDER',
): ProviderOrder {
  const order = new Map<AnalysisProduct, readonly string[]>()
  const report = (entry: string, wanted: string) => faults.push(`${variable}: got "${entry.trim()}"; wants ${wanted}`)
  for (const entry of (text ?? '').split(';').filter(part => part.trim() !== '')) {
    const [name = '', names = ''] = entry.split('=').map(part => part.trim())
    const product = products.find(candidate => candidate === name)
    if (!product) {
      report(entry, `<product>=<provider>,<provider>; products are ${products.join(', ')}`)
      continue
    }
    const ids = names.split(',').map(id => id.trim())
    const offering = providers.filter(provider => provider.products.includes(product)).map(provider => provider.id)
    if (ids.some(id => !offering.includes(id)))
      report(entry, `providers that offer ${product}: ${offering.join(', ') || 'there are none'}`)
    if (order.has(product)) report(entry, `${product} only once`)
    order.set(product, ids)
  }
  return order
}
