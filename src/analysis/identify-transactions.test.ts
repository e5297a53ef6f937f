import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseTenantId } from '../domain/tenant.ts'
import type { WholeTransaction } from '../providers/findings.ts'
import { createTransactionIdentifier } from './identify-transactions.ts'

const acme = parseTenantId('acme')
const digestOf = (documentId: string | null) => (documentId === null ? null : `digest of ${documentId}`)

function movement(more: Partial<WholeTransaction>): WholeTransaction {
  return {
    statementReference: 'statement',
    documentId: 'document',
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

const identify = (movements: readonly WholeTransaction[], tenant = acme, applicantId = 'app_1') =>
  movements.map(createTransactionIdentifier(tenant, 'vendor', digestOf, applicantId))

const movements = fc.array(
  fc
    .record({
      statementReference: fc.constantFrom('s1', 's2', null),
      documentId: fc.constantFrom('d1', 'd2', null),
      providerTransactionId: fc.constantFrom('t1', 't2', null),
      amount: fc.constantFrom('1.00', '-1.00', '2'),
      bookingDate: fc.constantFrom('2026-01-01', null),
      description: fc.constantFrom('coffee', null),
    })
    .map(movement),
  { maxLength: 30 },
)

test('no two rows of one result share an id, and reading them again gives the same ids', () => {
  fc.assert(
    fc.property(movements, rows => {
      const ids = identify(rows).map(identity => identity.id)
      expect(new Set(ids).size).toBe(ids.length)
      expect(identify(rows).map(identity => identity.id)).toEqual(ids)
    }),
  )
})

test('the same movements in two copies of a statement have the same fingerprints, in whatever order', () => {
  fc.assert(
    fc.property(movements, rows => {
      const first = rows.map(row => movement({ ...row, statementReference: 'first', documentId: 'a' }))
      const copy = rows.toReversed().map(row => movement({ ...row, statementReference: 'copy', documentId: 'b' }))
      const fingerprints = (of: readonly WholeTransaction[]) => identify(of).map(({ fingerprint }) => fingerprint)
      expect(fingerprints(copy).sort()).toEqual(fingerprints(first).sort())
    }),
  )
})

test('an id follows from tenant, document, date, amount, currency and description, but not from how zeros are written', () => {
  const [plain] = identify([movement({})])
  expect(identify([movement({ amount: '1.0' })])[0]?.id).toBe(plain?.id)
  const others = [
    identify([movement({ amount: '1.01' })]),
    identify([movement({ currency: 'GBP' })]),
    identify([movement({ bookingDate: '2026-01-02' })]),
    identify([movement({ description: 'tea' })]),
    identify([movement({ documentId: 'another' })]),
    identify([movement({})], parseTenantId('globex')),
  ].map(([identity]) => identity?.id)
  expect(new Set([plain?.id, ...others]).size).toBe(7)
})

test('equal movements of two applicants that are in no statement, and in no document, are two', () => {
  const row = movement({ statementReference: null, documentId: null })
  const [one, other] = ['app_1', 'app_2'].map(applicantId => identify([row], acme, applicantId)[0]?.id)
  expect(one).not.toBe(other)
  expect(identify([row])[0]?.id).toBe(one)
})
