import { beforeAll, describe, expect, test } from 'vitest'
import { describeOnEveryDatabase } from '../../test/support/databases.ts'
import { readList } from '../../test/support/read-list.ts'
import { insertAnalysedApplicant, insertCollection, insertRows } from '../../test/support/rows.ts'
import { wholeTenant } from '../domain/reach.ts'
import { parseTenantId } from '../domain/tenant.ts'
import { type Parents, countRows } from './keyset.ts'
import type { TransactionFilter } from './transaction-filter.ts'
import { readTransactions, toStatementKey, transactionList } from './transactions.ts'

const tenant = parseTenantId('acme')

describeOnEveryDatabase('transactions', database => {
  async function list(parents: Parents, filter: TransactionFilter = {}): Promise<string[]> {
    const wanted = transactionList(parents, { filter, orderBy: 'EFFECTIVE_DATE_ASC' })
    const { items } = await readList(database(), wholeTenant(tenant), wanted)
    const found = items.map(item => `${item.node.id}@${item.node.ownerId}`)
    const counts = await countRows(database(), wholeTenant(tenant), wanted)
    expect([...counts.values()]).toEqual([found.length])
    return found
  }
  const ofApplicant = (name: string, filter?: TransactionFilter) =>
    list({ kind: 'applicant', keys: [`app_${name}`] }, filter)

  function insertStatement(applicant: string, collection: string, id: string, more: object = {}) {
    const owner = {
      applicant_id: `app_${applicant}`,
      collection_id: `col_${collection}`,
      analysis_id: `ana_${collection}`,
    }
    return insertRows(database(), tenant, 'statements', [{ ...owner, id, ...more }])
  }
  function insertTransaction(applicant: string, collection: string, id: string, more: object = {}) {
    const owner = { applicant_id: `app_${applicant}`, collection_id: `col_${collection}` }
    return insertRows(database(), tenant, 'transactions', [{ ...owner, id, ...more }])
  }

  test('an unpublished transaction is neither listed nor found by id', async () => {
    await insertAnalysedApplicant(database(), tenant, 'hidden')
    await insertCollection(database(), tenant, 'hidden', 'hidden_staged', null)
    const staged = { applicant_id: 'app_hidden', collection_id: 'col_hidden_staged', id: 'txn_staged' }
    await insertRows(database(), tenant, 'staged_transactions', [staged])
    await insertTransaction('hidden', 'hidden', 'txn_published')
    expect(await ofApplicant('hidden', { includeDuplicates: true })).toEqual(['txn_published@col_hidden'])
    const byId = await readTransactions(database(), wholeTenant(tenant), ['txn_staged', 'txn_published'])
    expect(byId.map(found => found.id)).toEqual(['txn_published'])
  })

  describe('copies', () => {
    beforeAll(async () => {
      await insertAnalysedApplicant(database(), tenant, 'copied')
      const original = { statement_id: 'stm_original' }
      await insertTransaction('copied', 'copied', 'txn_1', { ...original, position: 1 })
      await insertTransaction('copied', 'copied', 'txn_2', { ...original, position: 2 })
      const copy = { applicant_id: 'app_copied', collection_id: 'col_copied_b', statement_id: 'stm_copy' }
      await insertRows(database(), tenant, 'duplicate_transactions', [
        { ...copy, id: 'txn_3', position: 3, duplicate_of_id: 'txn_1' },
        // The id is made from the document, so a second reading gives the same id.
        { ...copy, id: 'txn_2', position: 4, duplicate_of_id: 'txn_2', shown: false },
        { ...copy, id: 'txn_4', position: 5, duplicate_of_id: null },
      ])
      await insertTransaction('copied', 'copied_b', 'txn_5', { statement_id: 'stm_copy', position: 6 })
    })

    test('are left out unless requested, and no id is shown twice', async () => {
      expect(await ofApplicant('copied')).toEqual(['txn_1@col_copied', 'txn_2@col_copied', 'txn_5@col_copied_b'])
      expect(await ofApplicant('copied', { includeDuplicates: true })).toEqual([
        'txn_1@col_copied',
        'txn_2@col_copied',
        'txn_3@col_copied_b',
        'txn_4@col_copied_b',
        'txn_5@col_copied_b',
      ])
    })

    test('are shown in their statement', async () => {
      const key = toStatementKey({ applicantId: 'app_copied', id: 'stm_copy' })
      expect(await list({ kind: 'statement', keys: [key] })).toEqual([
        'txn_3@col_copied_b',
        'txn_2@col_copied_b',
        'txn_4@col_copied_b',
        'txn_5@col_copied_b',
      ])
    })

    test('are found by id if no transaction that counts has it, and refer to the one that counts', async () => {
      const found = await readTransactions(database(), wholeTenant(tenant), ['txn_1', 'txn_2', 'txn_3', 'txn_4'])
      expect(found.map(({ id, statementId, duplicateOfId }) => [id, statementId, duplicateOfId]).sort()).toEqual([
        ['txn_1', 'stm_original', null],
        ['txn_2', 'stm_original', null],
        ['txn_3', 'stm_copy', 'txn_1'],
        ['txn_4', 'stm_copy', null],
      ])
    })
  })

  test('of a bank account are listed, except pending ones that were replaced', async () => {
    await insertAnalysedApplicant(database(), tenant, 'banked')
    const own = { applicant_id: 'app_banked', owner_id: 'bac_own', account_id: 'bac_own' }
    const other = { applicant_id: 'app_banked', owner_id: 'bac_other', account_id: 'bac_other' }
    await insertRows(database(), tenant, 'transactions', [
      { ...own, id: 'txn_b1', position: 1, replaces_id: 'txn_b3' },
      { ...other, id: 'txn_b2', position: 2 },
    ])
    await insertRows(database(), tenant, 'duplicate_transactions', [
      { ...own, id: 'txn_b3', position: 3, duplicate_of_id: 'txn_b1', replaced_by_id: 'txn_b1', status: 'PENDING' },
      { ...own, id: 'txn_b4', position: 4, duplicate_of_id: 'txn_b2' },
    ])
    const parents = { kind: 'account', keys: ['bac_own'] } as const
    expect(await list(parents)).toEqual(['txn_b1@bac_own', 'txn_b4@bac_own'])
    expect(await list(parents, { includeDuplicates: true })).toEqual([
      'txn_b1@bac_own',
      'txn_b3@bac_own',
      'txn_b4@bac_own',
    ])
    expect(await ofApplicant('banked')).toEqual(['txn_b1@bac_own', 'txn_b2@bac_other'])
    const members = (await readTransactions(database(), wholeTenant(tenant), ['txn_b1', 'txn_b3'])).map(
      ({ id, accountId, replacesId, duplicateOfId }) => ({ id, accountId, replacesId, duplicateOfId }),
    )
    expect(members).toEqual([
      { id: 'txn_b1', accountId: 'bac_own', replacesId: 'txn_b3', duplicateOfId: null },
      { id: 'txn_b3', accountId: 'bac_own', replacesId: null, duplicateOfId: 'txn_b1' },
    ])
  })

  describe('a filter', () => {
    beforeAll(async () => {
      await insertAnalysedApplicant(database(), tenant, 'filtered')
      const rows = [
        {
          id: 'txn_a',
          effective_date: '2025-08-01',
          amount: '-10.00',
          direction: 'DEBIT',
          category: 'FEES',
          account_id: 'bac_1',
        },
        {
          id: 'txn_b',
          effective_date: '2025-08-02',
          amount: '0.10',
          status: 'PENDING',
          description: '100% Ärzte_1',
          account_id: 'bac_2',
        },
        {
          id: 'txn_c',
          effective_date: '2025-08-03',
          amount: '20',
          provider_id: 'judge',
          counterparty: { name: 'STRASSE \\ Co' },
        },
        {
          id: 'txn_d',
          effective_date: '2025-08-04',
          amount: '20.000',
          category: 'SALARY',
          description: '1000 things',
          account_id: 'bac_1',
        },
      ]
      for (const { id, ...more } of rows) await insertTransaction('filtered', 'filtered', id, more)
    })

    const cases: [string, TransactionFilter, string][] = [
      ['of dates includes both ends', { effectiveDate: { from: '2025-08-02', to: '2025-08-03' } }, 'bc'],
      ['of dates may have an open end', { effectiveDate: { from: '2025-08-03' } }, 'cd'],
      ['of amounts includes both ends, however many digits they have', { amount: { min: '0.1', max: '20.0' } }, 'bcd'],
      ['of amounts considers the sign', { amount: { max: '0' } }, 'a'],
      ['of direction', { direction: 'DEBIT' }, 'a'],
      ['of status', { status: 'PENDING' }, 'b'],
      ['of categories', { categories: ['FEES', 'SALARY'] }, 'ad'],
      ['of no categories matches nothing', { categories: [] }, ''],
      ['of providers', { providerIds: ['judge', 'nobody'] }, 'c'],
      ['of one bank account', { accountIds: ['bac_1'] }, 'ad'],
      ['of one bank account and a category', { accountIds: ['bac_1'], categories: ['FEES', 'TAX'] }, 'a'],
      ['of bank accounts', { accountIds: ['bac_1', 'bac_2', 'bac_3'] }, 'abd'],
      ['of no bank account matches nothing', { accountIds: [] }, ''],
      ['of text ignores case, beyond ASCII too', { search: 'ärzte' }, 'b'],
      ['of text searches the counterparty', { search: 'strasse' }, 'c'],
      ['of text matches the other Unicode form', { search: 'a\u0308rzte' }, 'b'],
      ['of text matches other white space', { search: 'e \u00a0\\\t c' }, 'c'],
      ['of white space excludes nothing', { search: ' \u00a0 ' }, 'abcd'],
      ['of text treats % literally', { search: '100%' }, 'b'],
      ['of text treats _ literally', { search: 'e_1' }, 'b'],
      ['of text treats \\ literally', { search: 'e \\ c' }, 'c'],
      ['of empty text excludes nothing', { search: '' }, 'abcd'],
      [
        'with several members requires all of them',
        { direction: 'CREDIT', amount: { min: '1' }, search: 'things' },
        'd',
      ],
      ['with null members excludes nothing', { direction: null, amount: null, categories: null, search: null }, 'abcd'],
    ]
    test.each(cases)('%s', async (_title, filter, expected) => {
      const found = await ofApplicant('filtered', filter)
      expect(found).toEqual([...expected].map(letter => `txn_${letter}@col_filtered`))
    })
  })

  test('a row is read as the complete transaction, with every digit', async () => {
    await insertAnalysedApplicant(database(), tenant, 'whole')
    await insertStatement('whole', 'whole', 'stm_whole')
    await insertTransaction('whole', 'whole', 'txn_whole', {
      provider_id: 'reader',
      statement_id: 'stm_whole',
      provider_transaction_id: 'v-1',
      amount: '-123456789012345678.90',
      direction: 'DEBIT',
      booking_date: '2025-08-02',
      value_date: '2025-08-03',
      effective_date: '2025-08-02',
      description: 'Rent',
      counterparty: { name: 'Landlord', iban: 'NL00', maskedIban: '****', bic: null, creditorId: 'C1' },
      channel: 'DD',
      category: 'HOUSING',
      provider_category: 'rent',
      tags: [{ name: 'home', source: null }],
      codes: [{ type: 'gvc', value: '105' }],
      mandate_reference: 'M1',
      reference: 'E2E',
      balance_after: '0.10',
    })
    expect(await readTransactions(database(), wholeTenant(tenant), ['txn_whole'])).toEqual([
      {
        // The columns from which members are computed stay in the object.
        currency: 'EUR',
        amountValue: '-123456789012345678.90',
        balanceValue: '0.10',
        categoryCode: 'HOUSING',
        providerCategory: 'rent',
        id: 'txn_whole',
        ownerId: 'col_whole',
        providerId: 'reader',
        applicantId: 'app_whole',
        accountId: null,
        replacesId: null,
        statementId: 'stm_whole',
        providerTransactionId: 'v-1',
        status: 'BOOKED',
        amount: { value: '-123456789012345678.90', currency: 'EUR' },
        direction: 'DEBIT',
        bookingDate: '2025-08-02',
        valueDate: '2025-08-03',
        effectiveDate: '2025-08-02',
        description: 'Rent',
        counterparty: { name: 'Landlord', iban: 'NL00', maskedIban: '****', bic: null, creditorId: 'C1' },
        channel: 'DD',
        category: { code: 'HOUSING', providerCode: 'rent' },
        tags: [{ name: 'home', source: null }],
        codes: [{ type: 'gvc', value: '105' }],
        mandateReference: 'M1',
        reference: 'E2E',
        balanceAfter: { value: '0.10', currency: 'EUR' },
        duplicateOfId: null,
      },
    ])
  })
})
