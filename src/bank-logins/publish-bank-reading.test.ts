import { beforeAll, describe, expect, test } from 'vitest'
import { type BankLoginSeen, type BankMovement, createBankReadings } from '../../test/support/bank-readings.ts'
import { describeOnEveryDatabase } from '../../test/support/databases.ts'
import { executeSql } from '../../test/support/execute-sql.ts'
import { createReadings, type ReadTransaction } from '../../test/support/publish-reading.ts'
import { insertRows } from '../../test/support/rows.ts'
import type { BankUser } from '../domain/subject.ts'
import { parseTenantId } from '../domain/tenant.ts'
import { AppError } from '../errors.ts'
import { sweepCollections } from '../store/sweep-collections.ts'

const tenant = parseTenantId('acme')
const iban = 'DE02120300000000202051'

describeOnEveryDatabase('readings of bank users', database => {
  const readings = createBankReadings(database, tenant)
  let applicants = 0

  async function addUser(): Promise<BankUser> {
    const id = `app_bank${applicants++}`
    await insertRows(database(), tenant, 'applicants', [{ id }])
    return readings.addUser(id)
  }
  const login = (movements: readonly BankMovement[], more: Partial<BankLoginSeen> = {}): BankLoginSeen => ({
    id: 'login',
    accounts: [{ id: 'account', iban, movements }],
    ...more,
  })
  const ofApplicant = ({ applicantId }: BankUser) => readings.transactions('applicant', applicantId)

  async function rowsOf({ applicantId }: BankUser, table: string, columns: string) {
    const query = `select ${columns} from ${table} where applicant_id = $1 order by id`
    return (await executeSql(database(), query, [applicantId])).rows
  }

  /** When each row of the bank tables and of transactions was last written, without columns that only say when it was read. */
  const versions = async (user: BankUser) => [
    await rowsOf(user, 'transactions', 'id, xmin::text'),
    await rowsOf(user, 'duplicate_transactions', 'id, xmin::text'),
    await rowsOf(user, 'bank_accounts', 'id, next_position, removed_at'),
    await rowsOf(user, 'bank_logins', 'id, removed_at'),
  ]

  describe('of logins and accounts', () => {
    test('the first one connects the login; the same again writes only the time of the reading, without an event', async () => {
      const user = await addUser()
      const seen = [login([{ id: '1', amount: '-5.00' }, { id: '1', amount: '-6.00' }, { amount: '-7' }])]
      expect(await readings.read(user, seen)).toEqual(['BANK_LOGIN_CONNECTED'])
      const [first] = await readings.logins(user.applicantId)
      const before = await versions(user)
      expect(await readings.read(user, seen)).toEqual([])
      expect(await versions(user)).toEqual(before)
      const [again] = await readings.logins(user.applicantId)
      expect(again?.retrievedAt).toEqual(readings.now())
      expect(again?.accounts[0]?.retrievedAt).toEqual(readings.now())
      expect({ ...again, retrievedAt: null, accounts: [] }).toEqual({ ...first, retrievedAt: null, accounts: [] })
      expect(await ofApplicant(user)).toHaveLength(3)
    })

    test('P30 login, account and transactions keep their ids when the bank is connected again under other ids of the provider', async () => {
      const user = await addUser()
      const movements = (prefix: string) => [
        { id: `${prefix}1`, amount: '-5.00' },
        { id: `${prefix}2`, amount: '-5.00' },
        { id: `${prefix}3`, amount: '-5.00', status: 'PENDING' as const },
      ]
      await readings.read(user, [login(movements('a'))])
      const ids = async () =>
        (await readings.logins(user.applicantId)).map(({ id, accounts }) => [id, accounts.map(one => one.id)])
      const before = [await ids(), (await ofApplicant(user)).map(one => one.id)]
      expect(await readings.read(user, [])).toEqual(['BANK_LOGIN_REMOVED'])
      expect(await ids()).toEqual([])
      expect((await ofApplicant(user)).map(one => one.id)).toEqual(before[1])
      const anew = {
        id: 'other',
        accounts: [{ id: 'new', iban: 'de02 1203 0000 0000 2020 51', movements: movements('b') }],
      }
      expect(await readings.read(user, [anew])).toEqual(['BANK_LOGIN_CONNECTED'])
      expect([await ids(), (await ofApplicant(user)).map(one => one.id)]).toEqual(before)
      expect((await ofApplicant(user)).map(one => one.reference)).toEqual(['b1', 'b2', 'b3'])
    })

    test('accounts are added and removed with one event, and a removed one keeps its transactions', async () => {
      const user = await addUser()
      const second = { id: 'second', number: '4711', movements: [{ id: '9', amount: '9' }] }
      const first = login([{ id: '1', amount: '1' }])
      await readings.read(user, [first])
      expect(await readings.read(user, [{ ...first, accounts: [...first.accounts, second] }])).toEqual([
        'BANK_LOGIN_ACCOUNTS_CHANGED',
        'BANK_LOGIN_SYNCHRONIZED',
      ])
      expect(await readings.read(user, [first])).toEqual(['BANK_LOGIN_ACCOUNTS_CHANGED'])
      const [{ accounts } = { accounts: [] }] = await readings.logins(user.applicantId)
      expect(accounts.map(account => account.providerReference)).toEqual(['account'])
      expect((await ofApplicant(user)).map(one => one.amount)).toEqual(['1', '9'])
    })

    test('a synchronization state has one event when it is reached', async () => {
      const user = await addUser()
      await readings.read(user, [login([])])
      expect(await readings.read(user, [login([], { state: 'ACTION_REQUIRED' })])).toEqual([
        'BANK_LOGIN_ACTION_REQUIRED',
      ])
      expect(await readings.read(user, [login([], { state: 'ACTION_REQUIRED' })])).toEqual([])
      expect(await readings.read(user, [login([], { state: 'ERROR' })])).toEqual(['BANK_LOGIN_FAILED'])
      expect(await readings.read(user, [login([])])).toEqual(['BANK_LOGIN_SYNCHRONIZED'])
    })

    test('P29 invalid values of the provider are reported, and the rest is read', async () => {
      const user = await addUser()
      const staged = await readings.stage(user, [
        login([{ amount: 'much' }, { amount: '1', date: '2026-02-30', text: 'x\\0'.repeat(9_000) }]),
        { id: 'x'.repeat(300), accounts: [{ id: 'lost', movements: [{ amount: '3' }] }] },
        { id: 'long', accounts: [{ id: 'orders', standingOrders: Array(201).fill({ purpose: 'Rent' }) }] },
      ])
      expect(staged.logins.map(one => one.reference)).toEqual(['login', 'long'])
      expect(staged.accounts.map(one => [one.reference, one.standingOrders.length])).toEqual([
        ['account', 0],
        ['orders', 200],
      ])
      const told = 'amount of 1 transaction, reference of 1 bank login, standingOrders of 1 bank account'
      expect(staged.unread?.message).toContain(told)
    })

    test('a reading that breaks off changes nothing', async () => {
      const user = await addUser()
      const broken = readings.read(user, [], {
        read: async function* () {
          yield { transactions: [{ accountKey: 'a', amount: '1', status: 'BOOKED' }] }
          throw new AppError('PROVIDER_UNAVAILABLE', 'The provider does not answer.')
        },
      })
      await expect(broken).rejects.toThrow('does not answer')
      for (const table of ['staged_transactions', 'collections']) expect(await rowsOf(user, table, 'id')).toEqual([])
    })

    test('the staged rows of a published reading are deleted by the sweep', async () => {
      const user = await addUser()
      await readings.read(user, [login([{ id: '1', amount: '1' }])])
      await sweepCollections(database(), new Date(0))
      for (const table of ['staged_transactions', 'collections']) expect(await rowsOf(user, table, 'id')).toEqual([])
      expect(await ofApplicant(user)).toHaveLength(1)
    })
  })

  describe('of transactions', () => {
    let user: BankUser
    beforeAll(async () => {
      user = await addUser()
    })
    const pending = (more: Partial<BankMovement>): BankMovement => ({
      amount: '-20.00',
      status: 'PENDING',
      counterparty: 'Grocer',
      ...more,
    })

    test('P30 a booked one stays when the provider no longer shows it; a pending one is deleted then', async () => {
      await readings.read(user, [
        login([{ id: '1', amount: '-1' }, pending({ id: '2' }), { id: '3', amount: '-3', status: 'OTHER' }]),
      ])
      const before = await ofApplicant(user)
      await readings.read(user, [login([])])
      expect(await ofApplicant(user)).toEqual(before.filter(one => one.status !== 'PENDING'))
    })

    test('P30 a pending one that is booked under the same provider id keeps its id, and never becomes pending again', async () => {
      await readings.read(user, [login([pending({ id: '10' })])])
      const id = (await ofApplicant(user)).find(one => one.reference === '10')?.id
      const events = await readings.read(user, [
        login([pending({ id: '10', status: 'BOOKED', amount: '-21.00', date: '2026-02-12' })]),
      ])
      expect(events).toEqual(['BANK_LOGIN_SYNCHRONIZED'])
      const booked = { id, reference: '10', status: 'BOOKED', amount: '-21.00', date: '2026-02-12' }
      expect((await ofApplicant(user)).find(one => one.reference === '10')).toMatchObject(booked)
      expect(await readings.read(user, [login([pending({ id: '10', date: '2026-02-12' })])])).toEqual([])
      await readings.read(user, [login([])])
      expect((await ofApplicant(user)).find(one => one.reference === '10')).toMatchObject(booked)
    })

    test('P30 a pending one that is booked under another provider id is replaced, if the match is unambiguous', async () => {
      const other = await addUser()
      await readings.read(other, [
        login([
          pending({ id: 'p1' }),
          pending({ id: 'p2', amount: '-30' }),
          pending({ id: 'p3', amount: '-30' }),
          pending({ id: 'p4', amount: '-40' }),
          pending({ id: 'p5', amount: '-50' }),
        ]),
      ])
      const before = new Map((await ofApplicant(other)).map(one => [one.reference, one.id]))
      const bookings = [
        pending({ id: 'b1', status: 'BOOKED', date: '2026-02-20' }),
        pending({ id: 'b2', status: 'BOOKED', amount: '-30' }),
        pending({ id: 'b4', status: 'BOOKED', amount: '-40', date: '2026-02-21' }),
        pending({ id: 'b5', status: 'BOOKED', amount: '-50', counterparty: 'Baker' }),
      ]
      await readings.read(other, [login(bookings)])
      const after = await ofApplicant(other)
      expect(after.map(({ reference, replacesId }) => [reference, replacesId]).sort()).toEqual([
        ['b1', before.get('p1')],
        ['b2', null],
        ['b4', null],
        ['b5', null],
      ])
      const [{ accounts: [account] = [] } = {}] = await readings.logins(other.applicantId)
      expect(await readings.transactions('account', account?.id ?? '')).toHaveLength(4)
      const replaced = (await readings.transactions('account', account?.id ?? '', true)).find(
        one => one.reference === 'p1',
      )
      expect(replaced).toMatchObject({
        status: 'PENDING',
        duplicateOfId: after.find(one => one.reference === 'b1')?.id,
      })
      // A provider may still show it for some time.
      expect(await readings.read(other, [login([pending({ id: 'p1' }), ...bookings])])).toEqual([])
      expect(await ofApplicant(other)).toEqual(after)
    })

    test('transactions with one id of the provider are distinguished by their content', async () => {
      const other = await addUser()
      const same = { id: '7', text: 'Tea' }
      const kept = [
        { ...same, amount: '-2', date: '2026-02-11' },
        { ...same, amount: '-5', date: '2026-02-14' },
      ]
      const gone = [
        { ...same, amount: '-1' },
        { ...same, amount: '-5', date: '2026-02-13' },
      ]
      await readings.read(other, [
        login([...gone, ...kept]),
        { id: 'two', accounts: [{ id: 'b', number: '1', movements: [{ ...same, amount: '-3' }] }] },
      ])
      const before = await ofApplicant(other)
      expect(before).toHaveLength(5)
      await readings.read(other, [login([...kept, { ...same, amount: '-4', date: '2026-02-12' }])])
      const after = await ofApplicant(other)
      expect(after.filter(one => one.amount !== '-4')).toEqual(before)
      expect(after).toHaveLength(6)
    })
  })

  describe('together with statements and other logins', () => {
    const published = createReadings(database, tenant)
    const account = { iban }
    const january = { from: '2026-01-01', to: '2026-01-31', account }
    async function addApplicant(): Promise<BankUser> {
      return readings.addUser(await published.addApplicant(`beside${applicants++}`))
    }
    const bank = [
      { id: '1', date: '2026-01-05', amount: '-5.00', text: 'CARD 4711 COFFEE' },
      { id: '2', date: '2026-01-05', amount: '-5.00', text: 'Tea' },
      { id: '3', date: '2026-02-05', amount: '-5.00', text: 'Coffee' },
    ]
    const rows: ReadTransaction[] = [
      ['2026-01-05', '-5.0', 'Coffee'],
      ['2026-01-05', '-5.0', 'tea'],
    ]

    test.each([
      ['the statement', true],
      ['the account', false],
    ])(
      'P28 a transaction of both counts once, as the one of %s if that was published first',
      async (_, statementFirst) => {
        const user = await addApplicant()
        const statement = { reference: `s${applicants}`, ...january, transactions: rows }
        const publish = () => published.publish(user.applicantId, { statements: [statement] })
        if (statementFirst) await publish()
        await readings.read(user, [login(bank)])
        if (!statementFirst) await publish()
        const counting = await ofApplicant(user)
        expect(counting.map(one => [one.date, one.text, one.accountId !== null])).toEqual([
          ['2026-01-05', statementFirst ? 'Coffee' : 'CARD 4711 COFFEE', !statementFirst],
          ['2026-01-05', statementFirst ? 'tea' : 'Tea', !statementFirst],
          ['2026-02-05', 'Coffee', true],
        ])
        const all = await readings.transactions('applicant', user.applicantId, true)
        const toOther = (text: string) =>
          all.find(one => one.id === all.find(two => two.text === text)?.duplicateOfId)?.text
        // Those with equal descriptions are matched first: both have the same description "tea".
        expect(toOther(statementFirst ? 'Tea' : 'tea')).toBe(statementFirst ? 'tea' : 'Tea')
        expect(toOther(statementFirst ? 'CARD 4711 COFFEE' : 'Coffee')).toBe(
          statementFirst ? 'Coffee' : 'CARD 4711 COFFEE',
        )
        // The statement is not a copy.
        expect(await rowsOf(user, 'statements', 'duplicate_of_id')).toEqual([{ duplicate_of_id: null }])
      },
    )

    test('P28 a transaction first shown by a statement counts as the account’s when the statement is read again without it', async () => {
      const user = await addApplicant()
      const read = (outcome: 'PARTIAL' | 'COMPLETED', transactions: ReadTransaction[]) =>
        published.publish(user.applicantId, {
          outcome,
          statements: [{ reference: 'again', ...january, document: `again ${user.applicantId}`, transactions }],
        })
      await read('PARTIAL', [...rows, ['2026-01-09', '-9', 'Misread']])
      await readings.read(user, [login(bank)])
      await read('COMPLETED', rows.slice(0, 1))
      expect((await ofApplicant(user)).map(one => [one.date, one.text])).toEqual([
        ['2026-01-05', 'Coffee'],
        ['2026-01-05', 'Tea'],
        ['2026-02-05', 'Coffee'],
      ])
    })

    test('P28 an account under two logins counts once, including pending transactions and those that replaced them', async () => {
      const user = await addApplicant()
      const pending = { id: 'p', date: '2026-02-08', amount: '-8', status: 'PENDING', counterparty: 'Baker' } as const
      const booked = { ...pending, id: 'b', date: '2026-02-09', status: 'BOOKED' } as const
      const twice = (movement: BankMovement) =>
        ['one', 'two'].map(id => ({ id, accounts: [{ id: `${id}-a`, iban, movements: [...bank, movement] }] }))
      await readings.read(user, twice(pending))
      expect((await ofApplicant(user)).map(one => one.reference)).toEqual(['1', '2', '3', 'p'])
      await readings.read(user, twice(booked))
      const counting = await ofApplicant(user)
      expect(counting.map(one => one.reference)).toEqual(['1', '2', '3', 'b'])
      const all = await readings.transactions('applicant', user.applicantId, true)
      const announced = all.filter(one => one.status === 'PENDING')
      expect(announced.map(one => one.duplicateOfId)).toEqual([counting.at(-1)?.id, counting.at(-1)?.id])
      expect(all.filter(one => one.reference === 'b').map(one => one.replacesId)).toEqual(announced.map(one => one.id))
    })
  })
})
