import { Sql } from 'sql-template-tag'
import type { TenantId } from '../domain/tenant.ts'

/** A piece of SQL with its parameters. */
export class Fragment {
  readonly statement: Sql
  constructor(statement: Sql) {
    this.statement = statement
  }
}

/** The condition that limits a query to a reach. Only `within` makes one. */
export class ReachCondition extends Fragment {
  readonly keepsWithin = 'reach'
}

/** A query that names the tenant it reads or writes. Only `sql` with a `TenantId` among its own values makes one. */
export class TenantQuery extends Fragment {
  readonly scope: 'tenant' | 'reach' = 'tenant'
}

/** A query that is limited to a reach. Only `sql` with a `ReachCondition` among its own values makes one. */
export class ReachQuery extends TenantQuery {
  override readonly scope = 'reach'
}

type Has<Wanted, Values extends readonly unknown[]> = Values extends readonly [infer Head, ...infer Rest]
  ? Head extends Wanted
    ? true
    : Has<Wanted, Rest>
  : false

type ValuesWith<Wanted, Values extends readonly unknown[]> = Has<Wanted, Values> extends true ? Values : never

/**
 * SQL as a tagged template: values become parameters, fragments are inlined. The type of the result says whether a
 * reach or a tenant is among the values, so a query without it does not compile where one is required.
 */
export function sql<Values extends readonly unknown[]>(
  strings: TemplateStringsArray,
  ...values: ValuesWith<ReachCondition, Values>
): ReachQuery
export function sql<Values extends readonly unknown[]>(
  strings: TemplateStringsArray,
  ...values: ValuesWith<TenantId, Values>
): TenantQuery
export function sql(strings: TemplateStringsArray, ...values: readonly unknown[]): Fragment
export function sql(strings: TemplateStringsArray, ...values: readonly unknown[]): ReachQuery {
  return new ReachQuery(new Sql(strings, values.map(inlined)))
}

/** SQL text as it is. Never for text from outside of this program. */
export function verbatim(text: string): Fragment {
  return new Fragment(new Sql([text], []))
}

/** Fragments with the separator between them. */
export function joined(fragments: readonly Fragment[], separator: string): Fragment {
  if (fragments.length === 0) return sql``
  const statements = fragments.map(fragment => fragment.statement)
  return new Fragment(new Sql(['', ...statements.slice(1).map(() => separator), ''], statements))
}

function inlined(value: unknown): unknown {
  return value instanceof Fragment ? value.statement : value
}
