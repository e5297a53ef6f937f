import type { FieldMergeFunction, FieldPolicy, StoreObject, TypePolicies } from '@apollo/client'
import { relayStylePagination } from '@apollo/client/utilities'
import { connectionFields, valueTypes } from '../__generated__/cache-tables.ts'

/**
 * Merges two answers about the same value that selected different fields. If a plain field differs, it is a new value
 * (another error, another decision), and nothing of the old one is kept.
 */
const mergeValue: FieldMergeFunction<StoreObject> = (existing, incoming, { mergeObjects }) => {
  const isSame =
    existing && Object.keys(incoming).every(key => !(key in existing) || agree(existing[key], incoming[key]))
  return isSame ? mergeObjects(existing, incoming) : incoming
}

/**
 * For `new InMemoryCache({ typePolicies })`. Types with an id need no policy. Paged lists grow with each fetched page,
 * separately for each filter and order. Types without an id belong to their parent.
 */
export const typePolicies: TypePolicies = Object.fromEntries([
  ...valueTypes.map(type => [type, { merge: mergeValue }] as const),
  ...Object.entries(connectionFields).map(
    ([type, fields]) =>
      [
        type,
        { fields: Object.fromEntries(Object.entries(fields).map(([field, args]) => [field, paged(args)])) },
      ] as const,
  ),
])

function agree(left: unknown, right: unknown): boolean {
  return left === right || (typeof left === 'object' && left !== null && typeof right === 'object' && right !== null)
}

/** Apollo's policy for paged lists, except that null stays null, which means that the provider of the list did not answer. */
function paged(args: readonly string[]): FieldPolicy {
  const { read, merge } = relayStylePagination([...args])
  return {
    keyArgs: [...args],
    read,
    merge: (existing, incoming, options) =>
      incoming && typeof merge === 'function' ? merge(existing ?? undefined, incoming, options) : incoming,
  }
}
