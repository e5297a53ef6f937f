import { expect, test } from 'vitest'
import { countQueries } from '../../test/support/count-queries.ts'
import { describeOnEveryDatabase } from '../../test/support/databases.ts'
import { createReadings, type ReadStatement } from '../../test/support/publish-reading.ts'
import { wholeTenant } from '../domain/reach.ts'
import { parseTenantId } from '../domain/tenant.ts'
import { createLoaders, type LiveReads } from '../loaders/create-loaders.ts'
import { toStatementKey } from './transactions.ts'

const tenant = parseTenantId('two-readers')

const noLiveReads: LiveReads = {
  readProviderHealth: async () => [],
  refreshBankLogins: async () => new Set(),
  findLogos: async () => [],
}

describeOnEveryDatabase('disagreements between readings of one document', database => {
  const readings = createReadings(database, tenant)
  const day = '2026-01-05'

  function read(reference: string, document: string, more: Partial<ReadStatement> = {}): ReadStatement {
    return {
      reference,
      document,
      account: { iban: 'DE02120300000000202051' },
      from: '2026-01-01',
      to: '2026-01-31',
      openingBalance: '10.00',
      closingBalance: '13.30',
      transactions: [
        [day, '1.10', 'one'],
        [day, '2.20', 'two'],
      ],
      ...more,
    }
  }

  async function disagreementsOf(applicantId: string, id: string | undefined) {
    const loaders = createLoaders({ queries: database(), reach: wholeTenant(tenant), live: noLiveReads })
    return loaders.disagreementsOfStatements.load(toStatementKey({ applicantId, id: id ?? '' }))
  }

  test('the statement that counts has each figure that differs, exactly; its copy has none', async () => {
    const applicantId = await readings.addApplicant('differ')
    const [fewer] = (
      await readings.publish(applicantId, {
        provider: 'b',
        statements: [
          read('b1', 'differ', {
            openingBalance: '10.01',
            closingBalance: null,
            transactions: [[day, '123456789012345678.10', 'one']],
          }),
        ],
      })
    ).statementIds
    const [more] = (await readings.publish(applicantId, { statements: [read('a1', 'differ')] })).statementIds
    expect(await disagreementsOf(applicantId, more)).toEqual([
      { what: 'TRANSACTION_COUNT', ours: '2', theirs: '1', statementId: fewer },
      { what: 'TRANSACTION_SUM', ours: '3.30', theirs: '123456789012345678.10', statementId: fewer },
      { what: 'OPENING_BALANCE', ours: '10.00', theirs: '10.01', statementId: fewer },
    ])
    expect(await disagreementsOf(applicantId, fewer)).toEqual([])
  })

  test('P28 readings that agree are one statement without disagreements, whichever came first', async () => {
    const applicantId = await readings.addApplicant('agree')
    const first = await readings.publish(applicantId, { provider: 'b', statements: [read('b1', 'agree')] })
    const later = await readings.publish(applicantId, {
      statements: [read('a1', 'agree', { openingBalance: '10.0', closingBalance: '13.300' })],
    })
    for (const id of [...first.statementIds, ...later.statementIds])
      expect(await disagreementsOf(applicantId, id)).toEqual([])
  })

  test('two readings of one provider, and equal content of another document, are no disagreement', async () => {
    const applicantId = await readings.addApplicant('own')
    await readings.publish(applicantId, { statements: [read('a1', 'own', { closingBalance: '0' })] })
    const [later] = (await readings.publish(applicantId, { statements: [read('a2', 'own')] })).statementIds
    expect(await disagreementsOf(applicantId, later)).toEqual([])
    const otherBytes = { provider: 'b', statements: [read('b1', 'other bytes', { closingBalance: '99' })] }
    const [newest] = (await readings.publish(applicantId, otherBytes)).statementIds
    expect(await disagreementsOf(applicantId, newest)).toEqual([])
  })

  test('another applicant’s reading of the same document is ignored', async () => {
    const [one, other] = [await readings.addApplicant('one'), await readings.addApplicant('other')]
    const [ours] = (await readings.publish(one, { statements: [read('a1', 'shared')] })).statementIds
    await readings.publish(other, { statements: [read('a1', 'shared')] })
    const wrong = { provider: 'b', statements: [read('b1', 'shared', { transactions: [[day, '1.10', 'one']] })] }
    await readings.publish(other, wrong)
    expect(await disagreementsOf(one, ours)).toEqual([])
    expect(await disagreementsOf(other, ours)).toHaveLength(2)
  })

  test('one query reads the disagreements of any number of statements, at most twenty figures of each', async () => {
    const applicantId = await readings.addApplicant('many')
    const [ours] = (await readings.publish(applicantId, { statements: [read('a1', 'many')] })).statementIds
    const unlike = { openingBalance: '1', closingBalance: '1', transactions: [[day, '1.10', 'one']] } as const
    for (let count = 0; count < 6; count += 1)
      await readings.publish(applicantId, { provider: `b${count}`, statements: [read('b1', 'many', unlike)] })
    const counted = countQueries(database())
    const loaders = createLoaders({ queries: counted.database, reach: wholeTenant(tenant), live: noLiveReads })
    const keys = [ours ?? '', 'stm_none'].map(id => toStatementKey({ applicantId, id }))
    const found = await loaders.disagreementsOfStatements.loadMany(keys)
    expect(found.map(of => (of instanceof Error ? of : of.length))).toEqual([20, 0])
    expect(counted.count()).toBe(1)
  })
})
