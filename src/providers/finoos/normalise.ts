import { toTotalDebits } from '../../connector/signed-amount.ts'
import { type CheckAddress, toVendorLogo } from '../../connector/vendor-logo.ts'
import type { Bank, Logo } from '../../domain/bank.ts'
import type { AccountType, Security, StandingOrder, SynchronizationState } from '../../domain/bank-login.ts'
import type { Decimal } from '../../domain/decimal.ts'
import { type CurrencyCode, type MonetaryAmount, toCurrencyCode } from '../../domain/money.ts'
import type { TransactionStatus } from '../../domain/transaction.ts'
import type { AccountFinding, AccountTransactionFinding, LoginStatus } from '../bank-login-driver.ts'
import type { CompanyFinding } from '../company-directory.ts'
import type { PaymentPartnerFinding } from '../payment-partner-source.ts'
import type {
  AccountPayload,
  BankPayload,
  SecurityPayload,
  StandingOrderPayload,
  TransactionPayload,
} from './login-payloads.ts'
import type { CompanyPayload, LoginStatusPayload, LogoPayload, PaymentPartnerPayload } from './payloads.ts'

/** null when there is no logo, or when its address may not be given to a caller. */
export function toLogo(payload: LogoPayload, check: CheckAddress): Logo | null {
  if (!payload?.url) return null
  const mediaType = /^[\w.+-]+\/[\w.+-]+$/.test(payload.type ?? '') ? payload.type : null
  return toVendorLogo(payload.url, mediaType, check)
}

export function normaliseBank({ name, bic, bankCode, logo }: BankPayload, check: CheckAddress): Partial<Bank> {
  return { ...(name !== null && { name }), bic, bankCode, logo: toLogo(logo, check) }
}

/** ASSUMED: every word but GIRO, which is the only one that the page shows. */
const accountTypes: ReadonlyMap<string, AccountType> = new Map([
  ['GIRO', 'CURRENT'],
  ['CHECKING', 'CURRENT'],
  ['CURRENT', 'CURRENT'],
  ['SAVINGS', 'SAVINGS'],
  ['SAVING', 'SAVINGS'],
  ['TAGESGELD', 'SAVINGS'],
  ['FESTGELD', 'SAVINGS'],
  ['CREDITCARD', 'CARD'],
  ['CARD', 'CARD'],
  ['LOAN', 'LOAN'],
  ['CREDIT', 'LOAN'],
  ['DEPOT', 'SECURITIES'],
  ['SECURITIES', 'SECURITIES'],
  ['SECURITY', 'SECURITIES'],
])

function toAccountType(word: string | null): AccountType {
  return accountTypes.get((word ?? '').toUpperCase().replace(/[^A-Z]/g, '')) ?? 'OTHER'
}

/** An account whose members have all arrived. */
export interface AccountReading {
  readonly key: string
  readonly loginKey: string
  readonly account: AccountPayload
  readonly standingOrders: readonly StandingOrderPayload[]
  readonly securities: readonly SecurityPayload[]
}

export function normaliseAccount(reading: AccountReading): AccountFinding {
  const { account, key, loginKey } = reading
  const currency = toCurrencyCode(account.currency)
  return {
    key,
    loginKey,
    reference: account.id,
    iban: account.iban,
    number: account.number,
    name: account.name,
    owner: account.owner,
    type: toAccountType(account.type),
    providerType: account.type,
    currency,
    balance: account.balance,
    creditLine: account.creditLine,
    monthlySpendingLimit: account.monthlySpendingLimit,
    standingOrders: reading.standingOrders.map(order => normaliseStandingOrder(order, currency)),
    securities: reading.securities.map(security => normaliseSecurity(security, currency)),
  }
}

/**
 * Its id is left out: the vendor does not keep it. ASSUMED: amounts of standing orders are written without a sign, as in the
 * sample. They go out of the account, so they are negative.
 */
function normaliseStandingOrder(order: StandingOrderPayload, ofAccount: CurrencyCode): StandingOrder {
  return {
    amount: toMoney(toTotalDebits(order.amount), order.currency, ofAccount),
    purpose: order.purpose,
    interval: order.interval,
    executionDay: order.executionDay,
    firstExecutionDate: order.firstExecutionDate,
    lastExecutionDate: order.lastExecutionDate,
    createdAt: order.creationDate,
  }
}

/** ASSUMED: `amount` is the value of all, both prices are of one. */
function normaliseSecurity(security: SecurityPayload, ofAccount: CurrencyCode): Security {
  return {
    isin: security.isin,
    name: security.name,
    market: security.market,
    quantity: security.quantity,
    price: toMoney(security.priceAmount, security.priceCurrency ?? security.currency, ofAccount),
    purchasePrice: toMoney(
      security.purchasePriceAmount,
      security.purchasePriceCurrency ?? security.currency,
      ofAccount,
    ),
    value: toMoney(security.amount, security.currency, ofAccount),
    exchangeRate: security.exchangeRate,
  }
}

function toMoney(value: Decimal | null, currency: string | null, ofAccount: CurrencyCode): MonetaryAmount | null {
  if (value === null) return null
  return { value, currency: currency === null ? ofAccount : toCurrencyCode(currency) }
}

/**
 * The vendor's `accountID` is not read, because its own sample names another account than the one around it. ASSUMED: an amount is
 * positive when it goes into the account.
 */
export function normaliseTransaction(
  row: TransactionPayload,
  accountKey: string,
  currencyOfAccount: string | null,
): AccountTransactionFinding {
  const currency = row.currency ?? currencyOfAccount
  return {
    accountKey,
    providerTransactionId: row.id,
    amount: row.amount,
    ...(currency !== null && { currency: toCurrencyCode(currency) }),
    status: toStatus(row.booked),
    bookingDate: row.bookingDate,
    valueDate: row.valueDate,
    description: row.purpose,
    counterparty: row.counterPart,
    mandateReference: row.mref,
    codes: row.codes,
    tags: row.tags,
  }
}

function toStatus(booked: boolean | null): TransactionStatus {
  if (booked === null) return 'OTHER'
  return booked ? 'BOOKED' : 'PENDING'
}

/** ASSUMED: all of them, as the page shows no status. */
const states: ReadonlyMap<string, SynchronizationState> = new Map([
  ['SYNCHRONIZED', 'SYNCHRONIZED'],
  ['SYNCHRONIZING', 'SYNCHRONIZING'],
  ['SCA_REQUIRED', 'ACTION_REQUIRED'],
  ['ERROR', 'ERROR'],
])

export function normaliseStatus(payload: LoginStatusPayload): LoginStatus {
  return {
    loginReference: payload.id,
    state: states.get((payload.status ?? '').trim().toUpperCase()) ?? 'OTHER',
    providerState: payload.status,
    lastSynchronizedAt: payload.lastSynchronization,
    automatic: payload.synchronizedAutomatically,
  }
}

export function normaliseCompany(payload: CompanyPayload, check: CheckAddress): CompanyFinding {
  const { name, address, creditorIds, ibans, logo } = payload
  return { name, address, creditorIds, ibans, logo: toLogo(logo, check) }
}

/** ASSUMED: `totalOutcome` is written without a sign. */
export function normalisePartner(payload: PaymentPartnerPayload): PaymentPartnerFinding {
  return {
    name: payload.name,
    iban: payload.iban,
    relevance: payload.relevance,
    firstTransaction: payload.firstTransaction,
    lastTransaction: payload.lastTransaction,
    transactionCount: payload.transactionCount,
    moneyIn: payload.totalIncome,
    moneyOut: toTotalDebits(payload.totalOutcome),
    shareOfIncome: payload.shareOfIncome,
    shareOfOutcome: payload.shareOfOutcome,
  }
}
