import type { AccountType } from '../../domain/bank-login.ts'
import type { CalendarDate } from '../../domain/calendar-date.ts'
import { negateDecimal, signOf } from '../../domain/decimal.ts'
import { toExactNumber } from '../../domain/exact-number.ts'
import type {
  ImportedAccount,
  ImportedLogin,
  ImportedSecurity,
  ImportedStandingOrder,
  ImportedTransaction,
} from '../../domain/imported-login.ts'
import type { JsonValue } from '../../domain/json.ts'

type Members = { readonly [name: string]: JsonValue | undefined }

/** ASSUMED: every word but GIRO. `normalise.ts` maps each word back to the same type. */
const accountTypes: Readonly<Record<AccountType, string>> = {
  CURRENT: 'GIRO',
  SAVINGS: 'SAVINGS',
  CARD: 'CREDITCARD',
  LOAN: 'LOAN',
  SECURITIES: 'DEPOT',
  OTHER: 'OTHER',
}

/** The items of `logins` in "Set Logins" and "Update Logins": https://os.fino.ai/tmp/docv1, "Step 4b". What is null is left out. */
export function toVendorLogins(logins: readonly ImportedLogin[]): readonly JsonValue[] {
  return logins.map(({ id, bank, accounts }) =>
    told({
      id,
      bank: told({ name: bank.name, bic: bank.bic, bankCode: bank.bankCode }),
      accounts: accounts.map(toVendorAccount),
    }),
  )
}

function toVendorAccount(account: ImportedAccount): JsonValue {
  return told({
    id: account.id,
    iban: account.iban,
    number: account.number,
    name: account.name,
    owner: account.owner,
    type: accountTypes[account.type],
    currency: account.currency,
    balance: toNumber(account.balance),
    creditLine: toNumber(account.creditLine),
    monthlySpendingLimit: toNumber(account.monthlySpendingLimit),
    transactions: account.transactions.map(one => toVendorTransaction(one, account.id)),
    standingOrders: account.standingOrders.map(one => toVendorStandingOrder(one, account.id)),
    securities: account.securities.map(one => toVendorSecurity(one, account.id)),
  })
}

function toVendorTransaction(transaction: ImportedTransaction, accountID: string): JsonValue {
  const { counterparty } = transaction
  return told({
    id: transaction.id,
    accountID,
    amount: toNumber(transaction.amount),
    currency: transaction.currency,
    booked: transaction.status === 'BOOKED',
    bookingDate: toInstant(transaction.bookingDate),
    valueDate: toInstant(transaction.valueDate),
    purpose: transaction.description,
    mref: transaction.mandateReference,
    counterPart: counterparty && told({ ...counterparty }),
    codes: transaction.codes.map(({ type, value }) => ({ type, value })),
    tags: transaction.tags.map(({ name, source }) => told({ name, source })),
  })
}

/** The amount is written without a sign: see `normaliseStandingOrder`. */
function toVendorStandingOrder(order: ImportedStandingOrder, accountID: string): JsonValue {
  return told({
    id: order.id,
    accountID,
    amount: toNumber(signOf(order.amount) < 0 ? negateDecimal(order.amount) : order.amount),
    currency: order.currency,
    purpose: order.purpose,
    interval: order.interval,
    executionDay: order.executionDay,
    firstExecutionDate: toInstant(order.firstExecutionDate),
    lastExecutionDate: toInstant(order.lastExecutionDate),
    creationDate: toInstant(order.createdAt),
  })
}

function toVendorSecurity(security: ImportedSecurity, accountID: string): JsonValue {
  const { currency, price, purchasePrice } = security
  return told({
    id: security.id,
    accountID,
    isin: security.isin,
    name: security.name,
    market: security.market,
    quantity: toNumber(security.quantity),
    amount: toNumber(security.value),
    currency,
    priceAmount: toNumber(price),
    priceCurrency: price === null ? null : currency,
    purchasePriceAmount: toNumber(purchasePrice),
    purchasePriceCurrency: purchasePrice === null ? null : currency,
    exchangeRate: toNumber(security.exchangeRate),
  })
}

/** A JSON number with every digit of the decimal. */
function toNumber(decimal: string | null): JsonValue {
  return decimal === null ? null : toExactNumber(decimal)
}

/** Midnight in UTC, which stands for a day without a time. */
function toInstant(date: CalendarDate | null): string | null {
  return date === null ? null : `${date}T00:00:00Z`
}

/** The members that are not null. */
function told(members: Members): JsonValue {
  return Object.fromEntries(
    Object.entries(members).flatMap(([name, value]) => (value === null || value === undefined ? [] : [[name, value]])),
  )
}
