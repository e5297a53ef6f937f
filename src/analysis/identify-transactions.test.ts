import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { testSecretBox } from '../../test/support/add-changes.ts'
import { describeOnEveryDatabase } from '../../test/support/databases.ts'
import { insertAnalysedApplicant, insertRows } from '../../test/support/rows.ts'
import { wholeTenant } from '../domain/reach.ts'
import { deriveId } from '../domain/ids.ts'
import { parseTenantId } from '../domain/tenant.ts'
import { contentDigestOf, digestOf, withoutTrailingZeros } from '../findings/staged-members.ts'
import type { WholeTransaction } from '../providers/findings.ts'
import { readDocuments } from '../store/documents.ts'
import { sql } from '../store/sql.ts'
import { startStaging } from './stage-findings.ts'

const acme = parseTenantId('acme')
const globex = parseTenantId('globex')
const documentIds = ['doc_1', 'doc_2']
const at = new Date('2026-03-01T12:00:00Z')

function movement(more: Partial<WholeTransaction>): WholeTransaction {
  return {
    statementReference: 'statement',
    documentId: 'doc_1',
    providerTransactionId: null,
    status: 'BOOKED',
    amount: '1.00',
    currency: 'EUR',
    direction: null,
    bookingDate: '2026-01-01',
    valueDate: null,
    description: 'coffee',
    counterparty: null,
    channel: null,
    category: null,
    tags: [],
    codes: [],
    mandateReference: null,
    reference: null,
    balanceAfter: null,
    ...more,
  }
}

const movements = fc.array(
  fc
    .record({
      statementReference: fc.constantFrom('s1', 's2', 'an odd\0reference', null),
      documentId: fc.constantFrom('doc_1', 'doc_2', null),
      providerTransactionId: fc.constantFrom('t1', 't2', null),
      amount: fc.constantFrom('1.00', '-1.00', '2', '002.0'),
      bookingDate: fc.constantFrom('2026-01-01', null),
      description: fc.constantFrom('coffee', 'Coffee', null),
    })
    .map(movement),
  { maxLength: 30 },
)

interface Identity {
  readonly id: string
  readonly fingerprint: string
}

/** The identities that released versions gave, with every earlier row in memory. */
function identitiesBefore(rows: readonly WholeTransaction[], applicantId = 'app_1'): Identity[] {
  const seen = new Map<string, number>()
  function ordinalOf(...key: readonly string[]): string {
    const name = key.join('\n')
    const ordinal = seen.get(name) ?? 0
    seen.set(name, ordinal + 1)
    return String(ordinal)
  }
  return rows.map(row => {
    const { providerTransactionId: vendorId, amount, currency, description } = row
    const statement = row.statementReference ?? applicantId
    const date = row.bookingDate ?? row.valueDate ?? ''
    const content = digestOf(JSON.stringify([date, withoutTrailingZeros(amount), currency, description ?? '']))
    const compared = contentDigestOf(row)
    const fingerprint = `${compared}:${ordinalOf('statement', statement, compared)}`
    const document = row.documentId === null ? statement : `digest of ${row.documentId}`
    const parts =
      vendorId === null
        ? [document, content, ordinalOf('document', document, content)]
        : [statement, vendorId, ordinalOf('vendor', statement, vendorId)]
    return { id: deriveId('transaction', [acme, 'vendor', ...parts]), fingerprint }
  })
}

describeOnEveryDatabase('the identities of transactions', database => {
  let collections = 0

  beforeAll(async () => {
    for (const tenant of [acme, globex]) {
      for (const name of ['1', '2']) await insertAnalysedApplicant(database(), tenant, name)
      const owner = { case_id: 'case_1', applicant_id: 'app_1' }
      const documents = documentIds.map(id => ({ ...owner, id, sha256: `digest of ${id}` }))
      await insertRows(database(), tenant, 'documents', documents)
    }
  })

  /** Stages rows in batches of the given sizes, then the rest. */
  async function stage(
    rows: readonly WholeTransaction[],
    { tenant = acme, applicant = '1', batches = [], finish = true }: Partial<StageOptions> = {},
  ): Promise<Identity[]> {
    const collectionId = `col_${tenant}_${collections++}`
    const owner = { applicantId: `app_${applicant}`, analysisId: `ana_${applicant}` }
    const documents = await readDocuments(database(), wholeTenant(tenant), documentIds)
    const staging = await startStaging(database(), {
      tenant,
      collection: { ...owner, id: collectionId, createdAt: at },
      providerId: 'vendor',
      documents,
      secretBox: testSecretBox,
      noteUnread: () => {},
    })
    let start = 0
    for (const size of [...batches, rows.length]) {
      await staging.add({ transactions: rows.slice(start, start + size) })
      start += size
    }
    if (finish) await staging.finish()
    return database().rows<{ id: string; fingerprint: string }>(sql`
      select id, fingerprint from staged_transactions where tenant_id = ${tenant} and owner_id = ${collectionId}
      order by position`)
  }

  interface StageOptions {
    readonly tenant: typeof acme
    readonly applicant: string
    readonly batches: readonly number[]
    readonly finish: boolean
  }

  const idOf = async (row: WholeTransaction, options: Partial<StageOptions> = {}) =>
    (await stage([row], options))[0]?.id

  test('are those of released versions, however the rows are divided into batches, and all ids differ', async () => {
    const sizes = fc.array(fc.integer({ min: 0, max: 8 }), { maxLength: 5 })
    await fc.assert(
      fc.asyncProperty(movements, sizes, async (rows, batches) => {
        const found = await stage(rows, { batches })
        expect(found).toEqual(identitiesBefore(rows))
        expect(new Set(found.map(({ id }) => id)).size).toBe(rows.length)
      }),
      { numRuns: 15 },
    )
  })

  test('are those of released versions when more than a thousand rows are equal', async () => {
    const rows = Array.from({ length: 1_300 }, (_, index) =>
      movement({ providerTransactionId: index % 2 === 0 ? null : 't1' }),
    )
    expect(await stage(rows, { batches: [300, 500] })).toEqual(identitiesBefore(rows))
  })

  test('are the same when a collection was interrupted and begins again', async () => {
    const rows = Array.from({ length: 5 }, () => movement({}))
    const whole = await stage(rows)
    await stage(rows.slice(0, 3), { finish: false })
    expect(await stage(rows)).toEqual(whole)
  })

  test('give equal transactions in two copies of a statement equal fingerprints, in any order', async () => {
    const fingerprints = async (rows: readonly WholeTransaction[]) =>
      (await stage(rows)).map(({ fingerprint }) => fingerprint).sort()
    await fc.assert(
      fc.asyncProperty(movements, async rows => {
        const first = rows.map(row => movement({ ...row, statementReference: 'first', documentId: 'doc_1' }))
        const copy = rows.toReversed().map(row => ({ ...row, statementReference: 'copy', documentId: 'doc_2' }))
        expect(await fingerprints(copy)).toEqual(await fingerprints(first))
      }),
      { numRuns: 5 },
    )
  })

  test('depend on tenant, document, date, amount, currency and description, but not on trailing zeros', async () => {
    const plain = await idOf(movement({}))
    expect(await idOf(movement({ amount: '1.0' }))).toBe(plain)
    const others = [
      await idOf(movement({ amount: '1.01' })),
      await idOf(movement({ currency: 'GBP' })),
      await idOf(movement({ bookingDate: '2026-01-02' })),
      await idOf(movement({ description: 'tea' })),
      await idOf(movement({ documentId: 'doc_2' })),
      await idOf(movement({}), { tenant: globex }),
    ]
    expect(new Set([plain, ...others]).size).toBe(7)
  })

  test('differ for equal transactions of two applicants without statement and document', async () => {
    const row = movement({ statementReference: null, documentId: null })
    const [one, other] = [await idOf(row, { applicant: '1' }), await idOf(row, { applicant: '2' })]
    expect(one).not.toBe(other)
    expect(await idOf(row, { applicant: '1' })).toBe(one)
  })
})
