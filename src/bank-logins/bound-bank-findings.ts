import type { Bank, Logo } from '../domain/bank.ts'
import type { Security, StandingOrder, Synchronization } from '../domain/bank-login.ts'
import { isWebAddress } from '../domain/is-web-address.ts'
import { separateNumbers } from '../domain/mask-number.ts'
import { toVendorReference } from '../domain/storable-text.ts'
import type { FindingReader } from '../findings/finding-reader.ts'
import type { AccountFinding, LoginFinding, LoginStatus } from '../providers/bank-login-driver.ts'
import type { ReadAccount, ReadLogin } from '../store/bank-reading.ts'

// Checks findings about bank logins before they are stored, like `boundFindings` for analyses.

/** @returns null for a login with an invalid id: it could not be found again */
export function boundLogin(finding: LoginFinding, read: FindingReader): Omit<ReadLogin, 'key' | 'status'> | null {
  const reference = toVendorReference(finding.reference)
  return reference === null ? read.leaveOut('reference') : { reference, bank: boundBank(finding.bank, read) }
}

function boundBank(bank: Partial<Bank>, read: FindingReader): Bank {
  const fullName = read.text('bank.fullName', 'name', bank.fullName)
  const bic = read.text('bank.bic', 'bankCode', bank.bic)
  const bankCode = read.text('bank.bankCode', 'bankCode', bank.bankCode)
  const name = read.text('bank.name', 'name', bank.name)
  return { name: name ?? fullName ?? bic ?? bankCode ?? '', fullName, bic, bankCode, logo: boundLogo(bank.logo, read) }
}

function boundLogo(logo: Logo | null | undefined, read: FindingReader): Logo | null {
  const url = read.text('bank.logo', 'url', logo?.url)
  if (url === null || !isWebAddress(url)) return null
  return { url, mediaType: read.text('bank.logo.mediaType', 'mediaType', logo?.mediaType) }
}

export function boundStatus(status: LoginStatus, read: FindingReader): Synchronization {
  return {
    state: status.state,
    providerState: read.text('providerState', 'word', status.providerState),
    lastSynchronizedAt: read.instant('lastSynchronizedAt', status.lastSynchronizedAt),
    automatic: status.automatic,
  }
}

export function boundAccount(finding: AccountFinding, read: FindingReader): Omit<ReadAccount, 'key' | 'loginKey'> {
  const accountNumber = read.text('number', 'accountNumber', finding.number)
  const iban = read.text('iban', 'accountNumber', finding.iban)
  const numbers = separateNumbers({ accountNumber, maskedNumber: null, iban, maskedIban: null })
  return {
    reference: toVendorReference(finding.reference),
    iban: numbers.iban,
    maskedIban: numbers.maskedIban,
    number: numbers.accountNumber,
    maskedNumber: accountNumber === null ? null : numbers.maskedNumber,
    name: read.text('name', 'name', finding.name),
    owner: read.text('owner', 'name', finding.owner),
    type: finding.type ?? 'OTHER',
    providerType: read.text('providerType', 'word', finding.providerType),
    currency: read.currency('currency', finding.currency),
    balance: read.decimal('balance', finding.balance),
    creditLine: read.decimal('creditLine', finding.creditLine),
    monthlySpendingLimit: read.decimal('monthlySpendingLimit', finding.monthlySpendingLimit),
    standingOrders: read
      .list('BankAccount.standingOrders', 'standingOrders', finding.standingOrders)
      .map(order => boundStandingOrder(order, read)),
    securities: read
      .list('BankAccount.securities', 'securities', finding.securities)
      .map(security => boundSecurity(security, read)),
  }
}

function boundStandingOrder(order: Partial<StandingOrder>, read: FindingReader): StandingOrder {
  return {
    amount: read.money('standingOrders.amount', order.amount),
    purpose: order.purpose == null ? null : read.prose(order.purpose),
    interval: read.text('standingOrders.interval', 'word', order.interval),
    executionDay: read.integer('standingOrders.executionDay', order.executionDay),
    firstExecutionDate: read.date('standingOrders.firstExecutionDate', order.firstExecutionDate),
    lastExecutionDate: read.date('standingOrders.lastExecutionDate', order.lastExecutionDate),
    createdAt: read.date('standingOrders.createdAt', order.createdAt),
  }
}

function boundSecurity(security: Partial<Security>, read: FindingReader): Security {
  return {
    isin: read.text('securities.isin', 'reference', security.isin),
    name: read.text('securities.name', 'name', security.name),
    market: read.text('securities.market', 'name', security.market),
    quantity: read.decimal('securities.quantity', security.quantity),
    price: read.money('securities.price', security.price),
    purchasePrice: read.money('securities.purchasePrice', security.purchasePrice),
    value: read.money('securities.value', security.value),
    exchangeRate: read.decimal('securities.exchangeRate', security.exchangeRate),
  }
}
