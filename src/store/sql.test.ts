import { expect, expectTypeOf, test } from 'vitest'
import { parseTenantId, type TenantId } from '../domain/tenant.ts'
import type { Queries } from './database.ts'
import { type Fragment, joined, sql, type TenantQuery } from './sql.ts'

const tenant: TenantId = parseTenantId('acme')

test('P17 a query without its tenant does not compile where one of a tenant is required', () => {
  const word: string = 'acme'
  expectTypeOf(sql`select * from cases where tenant_id = ${tenant} and id = ${'case_1'}`).toEqualTypeOf<TenantQuery>()
  expectTypeOf(sql`select * from cases where id = ${'case_1'}`).toEqualTypeOf<Fragment>()
  expectTypeOf(sql`select * from cases`).toEqualTypeOf<Fragment>()
  expectTypeOf(sql`select * from cases where tenant_id = ${word}`).toEqualTypeOf<Fragment>()
  expectTypeOf(sql`select * from cases where tenant_id = any(${[tenant]})`).toEqualTypeOf<Fragment>()
  expectTypeOf<Parameters<Queries['rows']>[0]>().toEqualTypeOf<TenantQuery>()
})

test('values become parameters and fragments are inlined with theirs', () => {
  const filter = joined([sql`and a = ${1}`, sql`and b = ${'x'}`], ' ')
  const { text, values } = sql`select * from t where tenant_id = ${tenant} ${filter} limit ${5}`.statement
  expect(text).toBe('select * from t where tenant_id = $1 and a = $2 and b = $3 limit $4')
  expect(values).toEqual(['acme', 1, 'x', 5])
  expect(joined([], ', ').statement.text).toBe('')
})
