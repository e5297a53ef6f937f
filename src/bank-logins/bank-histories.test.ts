import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type BankMovement, createBankReadings } from '../../test/support/bank-readings.ts'
import { describeOnOneDatabase } from '../../test/support/databases.ts'
import { createReadings, type ReadTransaction } from '../../test/support/publish-reading.ts'
import { addDays } from '../domain/calendar-date.ts'
import { sumDecimals } from '../domain/decimal.ts'
import { wholeTenant } from '../domain/reach.ts'
import { parseTenantId } from '../domain/tenant.ts'
import { readCashFlows } from '../store/cash-flow.ts'

const tenant = parseTenantId('histories')
const iban = 'DE02120300000000202051'

// The true data are one bank account, with pending transactions that are booked or withdrawn. Two providers show the
// account through a login each, for some days back, and with other ids after it was connected again. Statements show
// some of its days, with their own descriptions or the bank's.

interface Movement {
  readonly announced: number
  /** In days after that; null for one that is withdrawn. */
  readonly bookedAfter: number | null
  readonly amount: string
  readonly text: string
  readonly keepsId: boolean
}

const movement = fc.record({
  announced: fc.nat({ max: 8 }),
  bookedAfter: fc.option(fc.nat({ max: 3 }), { freq: 5 }),
  amount: fc.constantFrom('-5.00', '-5.0', '7.10'),
  text: fc.constantFrom('Coffee', 'Tea'),
  keepsId: fc.boolean(),
})
const reading = fc.record({
  source: fc.nat({ max: 1 }),
  day: fc.integer({ min: 1, max: 13 }),
  window: fc.integer({ min: 2, max: 13 }),
  reconnected: fc.boolean(),
})
const statement = fc.record({
  from: fc.nat({ max: 9 }),
  days: fc.nat({ max: 8 }),
  provider: fc.constantFrom('one', 'two'),
  /** Whether it was read before without one of its rows. */
  draft: fc.boolean(),
  printed: fc.constantFrom('iban', 'both'),
})
type StatementStep = typeof statement extends fc.Arbitrary<infer Value> ? Value : never
type ReadingStep = typeof reading extends fc.Arbitrary<infer Value> ? Value : never

const history = fc.record({
  movements: fc.array(movement, { minLength: 1, maxLength: 9 }),
  readings: fc.array(reading, { minLength: 1, maxLength: 5 }),
  statements: fc.array(statement, { maxLength: 2 }),
  ownWords: fc.boolean(),
  /** Two orders of the steps. */
  orders: fc.tuple(fc.infiniteStream(fc.nat({ max: 2 })), fc.infiniteStream(fc.nat({ max: 2 }))),
})

const dateOf = (day: number) => addDays('2026-02-01', day)
const bookedOn = ({ announced, bookedAfter }: Movement) => (bookedAfter === null ? null : announced + bookedAfter)
const keyOf = (date: string | undefined, amount: string | undefined) => `${date} ${Number(amount)}`

/** The transactions that a provider shows on a day: those booked in its window, and the pending ones. */
function shown(movements: readonly Movement[], { day, window }: ReadingStep, epoch: number): BankMovement[] {
  return movements.flatMap((one, index): BankMovement[] => {
    const { amount, text, keepsId } = one
    const booked = bookedOn(one)
    const what = { amount, text, counterparty: `Shop ${index}` }
    if (booked !== null && booked <= day)
      return booked < day - window
        ? []
        : [{ ...what, id: `${epoch}-${keepsId ? '' : 'b'}${index}`, date: dateOf(booked) }]
    if (one.announced > day || (booked === null && one.announced + 2 < day)) return []
    return [{ ...what, id: `${epoch}-${index}`, status: 'PENDING', date: dateOf(one.announced) }]
  })
}

describeOnOneDatabase('random sequences of bank readings and statements', database => {
  const statements = createReadings(database, tenant)
  const sources = [createBankReadings(database, tenant, 'bank'), createBankReadings(database, tenant, 'other')]
  let applicants = 0

  async function replay(
    {
      movements,
      readings,
      statements: printed,
      ownWords,
    }: typeof history extends fc.Arbitrary<infer Value> ? Value : never,
    order: Iterator<number>,
  ) {
    const applicantId = await statements.addApplicant(`b${applicants++}`)
    /** How many transactions of a day and amount each source has shown so far. */
    const seen = new Map<string, Map<string, Set<number>>>()
    const see = (source: string, index: number) => {
      const one = movements[index]
      const day = one && bookedOn(one)
      if (!one || day == null) return
      const ofSource = seen.get(source) ?? seen.set(source, new Map()).get(source)
      const key = keyOf(dateOf(day), one.amount)
      ofSource?.set(key, (ofSource.get(key) ?? new Set()).add(index))
    }
    for (const source of sources) await source.addUser(applicantId)
    const queues: (() => Promise<void>)[][] = sources.map((source, number) => {
      let epoch = 0
      let booked: readonly string[] = []
      return readings
        .filter(one => one.source === number)
        .sort((a, b) => a.day - b.day)
        .map(step => async () => {
          const user = { applicantId, providerId: number === 0 ? 'bank' : 'other' }
          if (step.reconnected) epoch += 1
          const now = shown(movements, step, epoch)
          await source.read(user, [
            { id: `login-${epoch}`, accounts: [{ id: `account-${epoch}`, iban, movements: now }] },
          ])
          for (const [index, one] of movements.entries()) {
            const day = bookedOn(one)
            if (day !== null && day <= step.day && day >= step.day - step.window) see(user.providerId, index)
          }
          const login = (await source.logins(applicantId)).find(one => one.providerId === user.providerId)
          const own = await source.transactions('account', login?.accounts[0]?.id ?? '')
          // P30: booked transactions keep their ids; pending ones are those that were shown last.
          const ids = own.filter(one => one.status === 'BOOKED').map(one => one.id)
          expect(ids).toEqual(expect.arrayContaining([...booked]))
          booked = ids
          const pendings = (rows: readonly { status?: string; id?: string | null; reference?: string | null }[]) =>
            rows.filter(one => one.status === 'PENDING').length
          expect(pendings(own)).toBe(pendings(now))
        })
    })
    queues.push(
      printed.flatMap((step, place) => {
        const publish = (draft: boolean) => async () => {
          const rows = printedRows(movements, step)
          const kept = draft ? rows.slice(1) : rows
          await statements.publish(
            applicantId,
            toReading(step, { place, ownWords, draft, rows: kept.map(one => one.row) }),
          )
          for (const { index } of kept) see(`statement ${place}`, index)
        }
        return step.draft ? [publish(true), publish(false)] : [publish(false)]
      }),
    )
    while (queues.some(queue => queue.length > 0)) {
      const queue = queues[order.next().value]
      await queue?.shift()?.()
    }

    const counting = (await sources[0]?.transactions('applicant', applicantId)) ?? []
    const booked = counting.filter(one => one.status === 'BOOKED')
    const expected = new Map<string, number>()
    for (const ofSource of seen.values())
      for (const [key, indexes] of ofSource) expected.set(key, Math.max(expected.get(key) ?? 0, indexes.size))
    const counts = new Map(
      [...Map.groupBy(booked, one => keyOf(one.date, one.amount))].map(([key, own]) => [key, own.length]),
    )
    expect(counts).toEqual(expected)
    const range = { from: '2025-01-01', to: '2027-01-01', interval: 'YEAR' } as const
    const flows = (await readCashFlows(database(), wholeTenant(tenant), [applicantId], range)).get(applicantId) ?? []
    const net = sumDecimals(flows.map(flow => flow.net))
    expect(Number(net)).toBe(Number(sumDecimals(booked.map(one => one.amount ?? ''))))
    // Each copy refers to a transaction that counts.
    const ids = new Set(counting.map(one => one.id))
    const all = (await sources[0]?.transactions('applicant', applicantId, true)) ?? []
    for (const one of all) if (!ids.has(one.id)) expect(ids.has(one.duplicateOfId ?? '')).toBe(true)
    return { net, counts }
  }

  test('P28 P30 each transaction that was ever booked counts once, in any order of readings and statements that show it', async () => {
    await fc.assert(
      fc.asyncProperty(history, async story => {
        const [one, other] = story.orders
        expect(await replay(story, one[Symbol.iterator]())).toEqual(await replay(story, other[Symbol.iterator]()))
      }),
      { numRuns: 6 },
    )
  })
})

function printedRows(movements: readonly Movement[], { from, days }: StatementStep) {
  return movements.flatMap((one, index) => {
    const day = bookedOn(one)
    const row: ReadTransaction = [dateOf(day ?? 0), one.amount, one.text]
    return day === null || day < from || day > from + days ? [] : [{ index, row }]
  })
}

function toReading(
  { from, days, provider, printed }: StatementStep,
  {
    place,
    ownWords,
    draft,
    rows,
  }: { place: number; ownWords: boolean; draft: boolean; rows: readonly ReadTransaction[] },
) {
  return {
    provider,
    outcome: draft ? ('PARTIAL' as const) : ('COMPLETED' as const),
    statements: [
      {
        reference: `statement ${place}`,
        document: `bytes of ${place}`,
        account: { iban, accountNumber: printed === 'both' ? '0000202051' : null },
        from: dateOf(from),
        to: dateOf(from + days),
        transactions: rows.map(
          ([date, amount, text]): ReadTransaction => [date, amount, ownWords ? `No. 1 ${text}` : text],
        ),
      },
    ],
  }
}
