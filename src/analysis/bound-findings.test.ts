import { GraphQLObjectType } from 'graphql'
import { describe, expect, test } from 'vitest'
import { testSecretBox } from '../../test/support/add-changes.ts'
import { describeOnOneDatabase } from '../../test/support/databases.ts'
import { createFullFindings, memberAt, vendorMembersOf, withMember } from '../../test/support/full-findings.ts'
import { insertAnalysedApplicant, insertCollection } from '../../test/support/rows.ts'
import { isPlausibleDate } from '../domain/calendar-date.ts'
import { isDecimal } from '../domain/decimal.ts'
import { bankListBounds, type BoundedList, listBounds } from '../domain/list-bounds.ts'
import { parseTenantId } from '../domain/tenant.ts'
import { isLongerThan, textBounds } from '../domain/text-bounds.ts'
import { declaredListSize } from '../graphql/limits/list-size.ts'
import { createSchema } from '../graphql/schema.ts'
import type { Findings } from '../providers/findings.ts'
import { publishCollection } from '../store/publish-collection.ts'
import { sql } from '../store/sql.ts'
import type { UnreadValue } from '../findings/finding-reader.ts'
import { boundFindings } from './bound-findings.ts'
import { startStaging } from './stage-findings.ts'

const full = createFullFindings('doc_1')
const members = vendorMembersOf(full)
const nameOf = (path: readonly (string | number)[]) => path.filter(step => typeof step === 'string').join('.')

/** Invalid values that vendors have sent or could send, by the type of the member. */
const nonsense: Readonly<Record<string, readonly unknown[]>> = {
  string: [
    '',
    'x'.repeat(10_000),
    '😀'.repeat(3_000),
    'a\0b\ud800c',
    '0000-01-01',
    '0001-01-01',
    '9999-12-31',
    '2025-02-30',
    'not a number',
    'NaN',
    '1e999',
    '9'.repeat(7_000),
    `0.${'1'.repeat(7_000)}`,
    '-'.repeat(4_000),
  ],
  number: [Number.NaN, Number.POSITIVE_INFINITY, 2 ** 31, -(2 ** 40), 1.5, Number.MAX_SAFE_INTEGER],
  date: [new Date(Number.NaN), new Date(8.64e15), new Date('0000-01-01T00:00:00Z'), new Date('9999-12-31T00:00:00Z')],
}

const nonsenseFor = (value: unknown) => nonsense[value instanceof Date ? 'date' : typeof value] ?? []

/** Every member with every invalid value, while all other members are valid. */
const cases = members.flatMap(path =>
  nonsenseFor(memberAt(full, path)).map((value, index) => ({ path, value, name: `${path.join('-')}-${index}` })),
)

/** Cases that a column, an index or a cast of the database would refuse. */
const worst = cases.filter(({ value }) => typeof value !== 'string' || /^(x{9}|a\0|0000|9{9})/.test(value))

function bounded(findings: Findings): { readonly found: Findings; readonly unread: UnreadValue[] } {
  const unread: UnreadValue[] = []
  return { found: boundFindings(findings, value => unread.push(value)), unread }
}

describe('findings before they are stored', () => {
  test('valid values pass unchanged, and nothing is reported', () => {
    expect(bounded(full)).toEqual({ found: full, unread: [] })
  })

  test('P29 the cases cover all members: text, numbers, days and instants of every kind of finding', () => {
    const names = new Set(members.map(nameOf))
    expect(names.size).toBeGreaterThan(75)
    for (const name of [
      'statements.account.iban',
      'transactions.amount',
      'assessments.riskClass',
      'decision.decidedAt',
    ])
      expect(names).toContain(name)
  })

  test('P29 no invalid value of any member passes', () => {
    const faults: string[] = []
    for (const { path, value, name } of cases) {
      const { found } = bounded(withMember(full, path, value))
      for (const member of vendorMembersOf(found)) {
        const kept = memberAt(found, member)
        const is = nameOf(member)
        // It is not stored itself: ids are derived from it.
        if (kept === null || /^(statements\.reference|transactions\.statementReference)$/.test(is)) continue
        if (
          typeof kept === 'string' &&
          (isLongerThan(kept, textBounds.prose) || !kept.isWellFormed() || /\0/.test(kept))
        )
          faults.push(`${name}: text in ${is}`)
        if (/[aA]mount$|Balance|balance|total(Cr|De)|[vV]alue$|score\.(min|max)|quantile|confidence|Sanity/.test(is)) {
          const isNumber = !/codes|Signals\.value|signals\.value/.test(is)
          if (isNumber && (typeof kept !== 'string' || !isDecimal(kept) || kept.length > textBounds.decimal))
            faults.push(`${name}: number in ${is}`)
        }
        if (/from$|to$|Date$/.test(is) && (typeof kept !== 'string' || !isPlausibleDate(kept)))
          faults.push(`${name}: day in ${is}`)
        if (typeof kept === 'number' && (!Number.isInteger(kept) || Math.abs(kept) > 2 ** 31 - 1))
          faults.push(`${name}: count in ${is}`)
        if (kept instanceof Date && !(kept >= new Date('1900-01-01') && kept < new Date('2201-01-01')))
          faults.push(`${name}: instant in ${is}`)
      }
    }
    expect(faults).toEqual([])
  })

  test('an optional text that is too long is left out and reported; prose is cut with a mark and not reported', () => {
    const long = 'x'.repeat(10_000)
    const { found, unread } = bounded(withMember(full, ['statements', 0, 'bankName'], long))
    expect(found.statements?.[0]?.bankName).toBeNull()
    expect(unread).toEqual([{ documentId: 'doc_1', owner: 'statement', member: 'bankName', required: false }])
    const prose = bounded(withMember(full, ['transactions', 0, 'description'], long))
    expect(prose.found.transactions?.[0]?.description).toBe(`${'x'.repeat(textBounds.prose - 1)}…`)
    expect(prose.unread).toEqual([])
  })

  test('values that a vendor does not send are null, unknown or an empty list', () => {
    const { found, unread } = bounded({
      statements: [{ reference: 's' }],
      transactions: [{ amount: '1.00', status: 'BOOKED' }],
      assessments: [{ kind: 'CREDIT', signals: [{ code: 'c' }], metrics: [{ name: 'm', value: '1' }] }],
      decision: {
        status: 'OTHER',
        fraudRisk: 'UNKNOWN',
        validation: 'OTHER',
        consistent: false,
        alerts: [{ source: 'FRAUD' }],
      },
      reports: [{ reference: 'r', name: 'r.pdf', mediaType: 'application/pdf' }],
    })
    expect(unread).toEqual([])
    const membersOf = (finding: object | undefined) => Object.keys(finding ?? {}).toSorted()
    const [statement] = found.statements ?? []
    expect(statement).toMatchObject({ currency: 'XXX', fraudSignals: [], confidence: null })
    expect(new Set(Object.values(statement?.account ?? {}))).toEqual(new Set([null]))
    expect(membersOf(statement?.account)).toEqual(membersOf(full.statements?.[0]?.account))
    const [transaction] = found.transactions ?? []
    expect(transaction).toMatchObject({
      currency: 'XXX',
      tags: [],
      codes: [],
      counterparty: null,
      statementReference: null,
    })
    const [assessment] = found.assessments ?? []
    expect(assessment).toMatchObject({
      level: 'UNKNOWN',
      score: null,
      signals: [{ sentiment: 'OTHER', explanations: [] }],
    })
    expect(found.decision).toMatchObject({ alerts: [{ messages: [], documentIds: [] }], shareUrl: null })
    for (const kind of ['statements', 'transactions', 'assessments', 'reports'] as const)
      expect(membersOf(found[kind]?.[0])).toEqual(membersOf(full[kind]?.[0]))
    expect(membersOf(found.decision)).toEqual(membersOf(full.decision))
  })

  test('P32 a list above its bound is cut, and reported as required', () => {
    const places: Readonly<Record<BoundedList, readonly (string | number)[]>> = {
      'Transaction.tags': ['transactions', 0, 'tags'],
      'Transaction.codes': ['transactions', 0, 'codes'],
      'Statement.fraudSignals': ['statements', 0, 'fraudSignals'],
      'RiskAssessment.signals': ['assessments', 0, 'signals'],
      'RiskSignal.explanations': ['statements', 0, 'fraudSignals', 0, 'explanations'],
      'CaseDecision.alerts': ['decision', 'alerts'],
      'DecisionAlert.messages': ['decision', 'alerts', 0, 'messages'],
      'DecisionAlert.documents': ['decision', 'alerts', 0, 'documentIds'],
    }
    for (const [name, bound] of Object.entries(listBounds)) {
      const [, path = []] = Object.entries(places).find(([place]) => place === name) ?? []
      const list = memberAt(full, path)
      const [item] = Array.isArray(list) ? list : []
      const { found, unread } = bounded(withMember(full, path, Array(bound + 1).fill(item)))
      expect(memberAt(found, path), name).toEqual(Array(bound).fill(item))
      expect(
        unread.map(({ required }) => required),
        name,
      ).toContain(true)
      expect(bounded(withMember(full, path, Array(bound).fill(item))).unread, name).toEqual([])
    }
  })

  test('P32 the bounds are those of the schema', () => {
    const schema = createSchema()
    const all = { ...listBounds, ...bankListBounds }
    const declared = Object.keys(all).map(name => {
      const [type = '', field = ''] = name.split('.')
      const object = schema.getType(type)
      const found = object instanceof GraphQLObjectType ? object.getFields()[field] : undefined
      return [name, found && declaredListSize(found)]
    })
    expect(Object.fromEntries(declared)).toEqual(all)
  })

  test('a metric that is the number of an account is left out, because only some callers may see it', () => {
    const names = ['accountnumber', 'account_no', 'accountNumber', 'IBAN', 'number_of_accounts', 'account_balance']
    const metrics = names.map(name => ({ name, value: '12345678901' }))
    const { found, unread } = bounded({ assessments: [{ kind: 'CREDIT', metrics }] })
    expect(found.assessments?.[0]?.metrics?.map(({ name }) => name)).toEqual(['number_of_accounts', 'account_balance'])
    expect(unread).toEqual([])
  })

  test('a transaction without a valid amount, and a metric without a valid value, are left out and reported as required', () => {
    const { found, unread } = bounded(withMember(full, ['transactions', 0, 'amount'], '9'.repeat(7_000)))
    expect(found.transactions).toEqual([])
    expect(unread).toEqual([{ documentId: 'doc_1', owner: 'transaction', member: 'amount', required: true }])
    const metric = bounded(withMember(full, ['assessments', 0, 'metrics', 0, 'value'], 'n/a'))
    expect(metric.found.assessments?.[0]?.metrics).toEqual([])
    expect(metric.unread).toMatchObject([{ member: 'metrics.value', required: true }])
  })
})

describeOnOneDatabase('P29 an invalid value in every member of every finding', database => {
  const tenant = parseTenantId('nonsense')
  const at = new Date('2026-03-01T12:00:00Z')

  /** Collects and publishes findings that each have an invalid value in another member. */
  async function collect(name: string, some: typeof cases): Promise<void> {
    await insertCollection(database(), tenant, 'a', name, null)
    const collection = { id: `col_${name}`, applicantId: 'app_a', analysisId: `ana_${name}`, createdAt: at }
    const staging = await startStaging(database(), {
      tenant,
      collection,
      providerId: 'reader',
      documents: [],
      secretBox: testSecretBox,
      noteUnread: () => undefined,
    })
    for (const { path, value, name } of some) {
      const [kind = ''] = path
      const findings = withMember(createFullFindings('doc_1', name), path, value)
      await staging.add({ [kind]: memberAt(findings, [kind]) })
    }
    await staging.finish()
    await database().transaction(tx => publishCollection(tx, tenant, { ...collection, outcome: 'COMPLETED' }, at))
  }

  test('is staged and published without a failure, and the other values stay unchanged', async () => {
    await insertAnalysedApplicant(database(), tenant, 'a')
    for (let start = 0; start < worst.length; start += 60)
      await collect(`part-${start}`, worst.slice(start, start + 60))
    const [found] = await database().rows<{ statements: number; missing: number; transactions: number }>(sql`
      select (select count(*) from statements where tenant_id = ${tenant}) as statements,
        (select max(cardinality(missing_months)) from statements where tenant_id = ${tenant}) as missing,
        (select count(*) from transactions where tenant_id = ${tenant}) as transactions`)
    const staged = (kind: string) => worst.filter(({ path }) => path[0] === kind).length
    const amounts = worst.filter(({ path }) => path.join('.') === 'transactions.0.amount').length
    expect(found).toEqual({
      statements: staged('statements'),
      missing: 1,
      transactions: staged('transactions') - amounts,
    })
  })
})
