import { Sql } from 'sql-template-tag'
import type { TenantId } from '../domain/tenant.ts'

/** A piece of SQL with its parameters. */
export class Fragment {
  readonly statement: Sql
  constructor(statement: Sql) {
    this.statement = statement
  }
}

/** A query that names the tenant it reads or writes. Only `sql` with a `TenantId` among its own values makes one. */
export class TenantQuery extends Fragment {
  readonly scope = 'tenant'
}

type NamesTenant<Values extends readonly unknown[]> = Values extends readonly [infer Head, ...infer Rest]
  ? Head extends TenantId
    ? true
    : NamesTenant<Rest>
  : false

type TenantValues<Values extends readonly unknown[]> = NamesTenant<Values> extends true ? Values : never

/**
 * SQL as a tagged template: values become parameters, fragments are inlined. The type tells whether a tenant is among
 * the values, so a query that forgot it does not compile where one of a tenant is wanted.
 */
export function sql<Values extends readonly unknown[]>(
  strings: TemplateStringsArray,
  ...values: TenantValues<Values>
): TenantQuery
export function sql(strings: TemplateStringsArray, ...values: readonly unknown[]): Fragment
export function sql(strings: TemplateStringsArray, ...values: readonly unknown[]): TenantQuery {
  return new TenantQuery(new Sql(strings, values.map(inlined)))
}

/** Fragments in a row, with nothing between them but the separator. */
export function joined(fragments: readonly Fragment[], separator: string): Fragment {
  if (fragments.length === 0) return sql``
  const statements = fragments.map(fragment => fragment.statement)
  return new Fragment(new Sql(['', ...statements.slice(1).map(() => separator), ''], statements))
}

function inlined(value: unknown): unknown {
  return value instanceof Fragment ? value.statement : value
}
