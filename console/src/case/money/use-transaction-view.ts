import { useMemo } from 'react'
import { useSearchParams } from 'wouter'
import type { TransactionFilter, TransactionOrder } from '../../__generated__/graphql.ts'
import {
  type TransactionField,
  toTransactionFilter,
  transactionFields,
  transactionOrders,
} from './transaction-filter.ts'

export interface TransactionQuery {
  readonly filter: TransactionFilter
  readonly orderBy: TransactionOrder
}

export interface TransactionView {
  /** The same object until the address changes. */
  readonly query: TransactionQuery
  /** The value of a field; empty when absent. */
  readonly read: (field: TransactionField) => string
  readonly write: (field: TransactionField | 'order', value: string) => void
  /** Clears the filters; null when there are none. */
  readonly clear: (() => void) | null
}

/** The shown transactions, stored in the address so that it can be shared. */
export function useTransactionView(): TransactionView {
  const [params, setParams] = useSearchParams()
  const isFiltered = transactionFields.some(field => params.has(field))

  function change(edit: (next: URLSearchParams) => void): void {
    setParams(
      previous => {
        const next = new URLSearchParams(previous)
        edit(next)
        return next
      },
      { replace: true },
    )
  }

  const query = useMemo(
    (): TransactionQuery => ({
      filter: toTransactionFilter(field => params.get(field)),
      orderBy: transactionOrders.find(({ order }) => order === params.get('order'))?.order ?? 'EFFECTIVE_DATE_DESC',
    }),
    [params],
  )

  return {
    query,
    read: field => params.get(field) ?? '',
    write: (field, value) =>
      change(next => {
        if (value === '') next.delete(field)
        else next.set(field, value)
      }),
    clear: isFiltered
      ? () =>
          change(next => {
            for (const field of transactionFields) next.delete(field)
          })
      : null,
  }
}
