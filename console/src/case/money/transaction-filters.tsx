import { toWords } from '../../format/words.ts'
import { Field } from '../../layout/field.tsx'
import { type TransactionField, transactionCategories, transactionOrders } from './transaction-filter.ts'
import styles from './transactions.module.css'
import type { TransactionView } from './use-transaction-view.ts'

/** The controls for filtering and sorting transactions. */
export function TransactionFilters({ view }: { readonly view: TransactionView }) {
  const { query, read, write, clear } = view
  const bind = (field: TransactionField) => ({
    value: read(field),
    onChange: (event: { readonly target: { readonly value: string } }) => write(field, event.target.value),
  })
  return (
    <search className={styles.filters} aria-label="Transactions">
      <div className={styles.wide}>
        <Field label="Text">
          {control => (
            <input
              {...control}
              {...bind('search')}
              type="search"
              maxLength={200}
              placeholder="In the description or the other party’s name"
            />
          )}
        </Field>
      </div>
      <Field label="Direction">
        {control => (
          <select {...control} {...bind('direction')}>
            <option value="">In and out</option>
            <option value="CREDIT">In</option>
            <option value="DEBIT">Out</option>
          </select>
        )}
      </Field>
      <Field label="Category">
        {control => (
          <select {...control} {...bind('category')}>
            <option value="">All</option>
            {transactionCategories.map(category => (
              <option key={category} value={category}>
                {toWords(category)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label="First day">{control => <input {...control} {...bind('from')} type="date" />}</Field>
      <Field label="Last day">{control => <input {...control} {...bind('to')} type="date" />}</Field>
      <Field label="Smallest amount">
        {control => <input {...control} {...bind('min')} inputMode="decimal" placeholder="-500.00" />}
      </Field>
      <Field label="Largest amount">
        {control => <input {...control} {...bind('max')} inputMode="decimal" placeholder="2000.00" />}
      </Field>
      <Field label="Sorted by">
        {control => (
          <select {...control} value={query.orderBy} onChange={event => write('order', event.target.value)}>
            {transactionOrders.map(({ order, name }) => (
              <option key={order} value={order}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <button type="button" disabled={clear === null} onClick={clear ?? undefined}>
        Clear the filters
      </button>
    </search>
  )
}
