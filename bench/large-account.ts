import { addDays } from '../src/domain/calendar-date.ts'
import type { BankFindings } from '../src/providers/bank-login-driver.ts'
import type { Database } from '../src/store/database.ts'
import { createBankReadings } from '../test/support/bank-readings.ts'
import { insertRows } from '../test/support/rows.ts'
import { tenant } from './settings.ts'

const batch = 1_000
const perDay = 300

/** The number of transactions of a bank account that are read and merged per second, the first time and again without changes. */
export async function mergeLargeAccount(database: Database, count: number): Promise<{ first: number; again: number }> {
  const readings = createBankReadings(() => database, tenant)
  await insertRows(database, tenant, 'applicants', [{ id: 'app_account' }])
  const user = await readings.addUser('app_account')
  async function* read(): AsyncGenerator<BankFindings> {
    yield { logins: [{ key: 'login', reference: 'login', bank: { name: 'Bank' } }] }
    yield { accounts: [{ key: 'account', loginKey: 'login', reference: 'account', currency: 'EUR' }] }
    for (let start = 0; start < count; start += batch)
      yield { transactions: Array.from({ length: batch }, (_, index) => toTransaction(start + index)) }
  }
  async function rowsPerSecond(): Promise<number> {
    const startedAt = performance.now()
    await readings.read(user, [], { read })
    return (count * 1_000) / (performance.now() - startedAt)
  }
  return { first: await rowsPerSecond(), again: await rowsPerSecond() }
}

function toTransaction(number: number) {
  return {
    accountKey: 'account',
    providerTransactionId: `v-${number}`,
    status: 'BOOKED' as const,
    amount: `-${(number * 7_919) % 20_011}.${String(number % 100).padStart(2, '0')}`,
    currency: 'EUR',
    bookingDate: addDays('2020-01-01', Math.floor(number / perDay)),
    description: `Payment ${number % 1_000} for the order of last week`,
  }
}
