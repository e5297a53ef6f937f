import { beforeAll, describe, expect, test } from 'vitest'
import { describeOnOneDatabase } from '../../test/support/databases.ts'
import { executeSql } from '../../test/support/execute-sql.ts'
import { explainRead } from '../../test/support/explain-read.ts'
import { readList } from '../../test/support/read-list.ts'
import { type Reach, wholeTenant } from '../domain/reach.ts'
import { parseTenantId } from '../domain/tenant.ts'
import { type AnalysisFilter, analysisList } from './analyses.ts'
import { type ApplicantFilter, applicantList } from './applicants.ts'
import { type CaseFilter, type CaseOrder, caseList } from './cases.ts'
import type { Queries } from './database.ts'
import type { ListQuery, PageRequest, SortKey } from './keyset.ts'

const tenant = parseTenantId('acme')
const parents = { kind: 'tenant', keys: ['acme'] } as const
const count = 3_000
const limit = 20
const whole = { limit: count, backward: false, after: null, before: null }

const cases = (filter: CaseFilter, orderBy: CaseOrder): ListQuery => caseList(parents, { filter, orderBy })
const analyses = (filter: AnalysisFilter): ListQuery => analysisList(parents, filter)
const applicants = (filter: ApplicantFilter): ListQuery => applicantList(parents, filter)

const day = (number: number) => new Date(Date.UTC(2020, 0, 1 + number))
const oldestFirst: CaseOrder = 'OPENED_AT_ASC'

// Both databases plan with the same code; that the pages are right is tested on both elsewhere.
describeOnOneDatabase('work lists', database => {
  beforeAll(async () => {
    const fill = (text: string) => executeSql(database(), text)
    for (const owner of [tenant, 'other']) {
      await fill(`insert into applicants (tenant_id, id, reference, kind, display_name, search_text, created_at, updated_at)
        select '${owner}', 'app_' || n, 'r' || n, case when n % 10 = 0 then 'COMPANY' else 'PERSON' end, 'Name ' || n,
          'name ' || n || E'\\nr' || n || E'\\n', timestamptz '2020-01-01Z' + n * interval '1 day', timestamptz '2020-01-01Z'
        from generate_series(0, ${count - 1}) as n`)
      await fill(`insert into cases (tenant_id, id, applicant_id, use_case, status, opened_at, updated_at)
        select '${owner}', 'case_' || n, 'app_' || n, 'use ' || n % 3,
          case n % 20 when 0 then 'ACTION_REQUIRED' when 1 then 'FAILED' else 'COMPLETED' end,
          timestamptz '2020-01-01Z' + n * interval '1 day',
          timestamptz '2020-01-01Z' + (n * 7919 % ${count}) * interval '1 day'
        from generate_series(0, ${count - 1}) as n`)
      await fill(`insert into analyses (tenant_id, id, case_id, applicant_id, product, provider_id, status, stage, version, options,
          requested_at, updated_at, deadline)
        select '${owner}', 'ana_' || n, 'case_' || n, 'app_' || n,
          (array['BANK_RISK', 'DOCUMENT_FRAUD', 'STATEMENT_EXTRACTION'])[1 + n % 3], 'vendor-' || n % 4,
          case n % 20 when 0 then 'PROCESSING' when 1 then 'FAILED' else 'COMPLETED' end, 'DONE', 1, '{}',
          timestamptz '2020-01-01Z' + n * interval '1 day', timestamptz '2020-01-01Z', timestamptz '2020-01-01Z'
        from generate_series(0, ${count - 1}) as n`)
    }
    await executeSql(database(), 'analyze')
  })

  const reader =
    (list: ListQuery, request: PageRequest, reach: Reach = wholeTenant(tenant)) =>
    async (queries: Queries) => {
      const toItem = ({ id }: { readonly id: string; readonly sort_key: SortKey }) => id
      return (await readList(queries, reach, { ...list, toItem }, request)).items
    }
  const read = (...args: Parameters<typeof reader>) => explainRead(database(), reader(...args))
  const readWhole = (list: ListQuery) => reader(list, whole)(database())
  const idsOf = async (list: ListQuery) => (await readWhole(list)).map(({ node }) => node)

  const indexed: readonly [string, ListQuery, number][] = [
    ['of all cases, last changed first', cases({}, 'UPDATED_AT_DESC'), count],
    ['of the cases that require an action, oldest first', cases({ statuses: ['ACTION_REQUIRED'] }, oldestFirst), 150],
    ['of two statuses', cases({ statuses: ['ACTION_REQUIRED', 'FAILED'] }, 'UPDATED_AT_ASC'), 300],
    ['of a use case', cases({ useCases: ['use 1'] }, 'OPENED_AT_DESC'), 1_000],
    ['of a status of two use cases', cases({ useCases: ['use 1', 'use 2'], statuses: ['FAILED'] }, oldestFirst), 100],
    ['of cases opened in a range of days', cases({ openedAt: { from: day(100), to: day(299) } }, oldestFirst), 200],
    ['of companies', applicants({ kind: 'COMPANY' }), 300],
    ['of applicants created in a range of days', applicants({ createdAt: { from: day(2_900) } }), 100],
    ['of the analyses of a status', analyses({ statuses: ['FAILED'] }), 150],
    ['of a product', analyses({ products: ['BANK_RISK'] }), 1_000],
    ['of two providers', analyses({ providers: ['vendor-1', 'vendor-2'] }), 1_500],
    [
      'of a status of a product of a provider',
      analyses({ statuses: ['PROCESSING'], products: ['BANK_RISK'], providers: ['vendor-0'] }),
      50,
    ],
  ]
  test.each(indexed)(
    'a page %s reads at most one row more of each part than it shows, at any depth',
    async (_, list, length) => {
      const all = await readWhole(list)
      expect(all).toHaveLength(length)
      for (const depth of [0, Math.floor(length / 2)]) {
        const after = depth === 0 ? null : { key: all[depth - 1]?.key ?? '', inclusive: false }
        const page = await read(list, { limit, backward: false, after, before: null })
        expect(page.result).toEqual(all.slice(depth, depth + limit))
        expect(page.rowsRead.filter(rows => rows > limit + 1)).toEqual([])
      }
    },
  )

  test.each(indexed)(
    'for a caller bound to one applicant, a page %s reads only rows of that applicant',
    async (_, list) => {
      const all = await idsOf(list)
      for (const number of [0, 1, 2, 20, 2_950]) {
        const page = await read(list, { ...whole, limit }, { tenant, boundTo: `app_${number}` })
        const own = all.filter(id => id.endsWith(`_${number}`))
        expect(page.result.map(({ node }) => node)).toEqual(own)
        expect(page.rowsRead.filter(rows => rows > 1)).toEqual([])
      }
    },
  )

  describe('filters', () => {
    test.each<[string, ListQuery, readonly string[]]>([
      ['an empty list of statuses matches nothing', cases({ statuses: [] }, oldestFirst), []],
      ['an empty list of use cases matches nothing', cases({ useCases: [] }, oldestFirst), []],
      ['an empty list of providers matches nothing', analyses({ providers: [] }), []],
      [
        'both ends of a range are included',
        cases({ openedAt: { from: day(7), to: day(8) } }, oldestFirst),
        ['case_7', 'case_8'],
      ],
      [
        'a status given twice counts once',
        cases({ statuses: ['FAILED', 'FAILED'], openedAt: { to: day(30) } }, oldestFirst),
        ['case_1', 'case_21'],
      ],
      ['of one applicant', cases({ applicantId: 'app_20', statuses: ['ACTION_REQUIRED'] }, oldestFirst), ['case_20']],
      ['the search text is folded', applicants({ search: ' NAME\u00a02999 ' }), ['app_2999']],
      ['a reference is found', applicants({ search: 'R2998' }), ['app_2998']],
      ['a search does not match across two texts', applicants({ search: '2998 r2998' }), []],
      ['a wildcard is treated literally', applicants({ search: 'name_2999' }), []],
    ])('%s', async (_, list, ids) => {
      expect(await idsOf(list)).toEqual(ids)
    })
  })
})
