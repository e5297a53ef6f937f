import type {
  ImportedAccount,
  ImportedAccountInput,
  ImportedLogin,
  ImportedLoginInput,
  ImportedTransaction,
  ImportedTransactionInput,
} from '../domain/imported-login.ts'
import { bankListBounds, listBounds } from '../domain/list-bounds.ts'
import { AppError } from '../errors.ts'
import { createImportReader, type ImportReader, type Path } from './import-reader.ts'

/** The most objects in one import. */
const importBounds = { logins: 50, accounts: 50, transactions: 20_000 } as const

/**
 * Checks imported logins as a whole: ids are unique, amounts exact, dates exist, and texts and lists are within their bounds.
 *
 * @throws AppError BAD_USER_INPUT; its `faults` are all errors, each with its path
 */
export function checkImport(logins: readonly ImportedLoginInput[]): readonly ImportedLogin[] {
  checkSize(logins)
  const reader = createImportReader()
  const checked = logins.map((login, index) => readLogin(reader, login, ['logins', String(index)]))
  const accounts = (at: number) => ['logins', String(at), 'accounts']
  reader.unique('login', placesOf(logins, ['logins']))
  reader.unique(
    'account',
    logins.flatMap((login, at) => placesOf(login.accounts, accounts(at))),
  )
  reader.unique(
    'transaction',
    logins.flatMap((login, at) =>
      login.accounts.flatMap(({ transactions }, index) =>
        placesOf(transactions, [...accounts(at), String(index), 'transactions']),
      ),
    ),
  )
  reader.refuse()
  return checked
}

/** Checked first, so that the content of an import that is too large is not read. */
function checkSize(logins: readonly ImportedLoginInput[]): void {
  const { logins: mostLogins, accounts: mostAccounts, transactions: mostTransactions } = importBounds
  if (logins.length > mostLogins) throw tooMany(`${logins.length} logins`, mostLogins, ['logins'])
  for (const [index, { accounts }] of logins.entries())
    if (accounts.length > mostAccounts)
      throw tooMany(`${accounts.length} accounts of one login`, mostAccounts, ['logins', String(index), 'accounts'])
  const transactions = logins
    .flatMap(({ accounts }) => accounts)
    .reduce((total, account) => total + (account.transactions?.length ?? 0), 0)
  if (transactions > mostTransactions)
    throw tooMany(
      `${transactions} transactions`,
      mostTransactions,
      ['logins'],
      ' Send the rest by further imports that MERGE.',
    )
}

function tooMany(what: string, most: number, field: Path, advice = ''): AppError {
  return new AppError('BAD_USER_INPUT', `An import has at most ${most}, and this one has ${what}.${advice}`, { field })
}

function placesOf(items: readonly { readonly id: string }[] | null | undefined, path: Path) {
  return (items ?? []).map(({ id }, index) => ({ id: id.trim(), path: [...path, String(index)] }))
}

function readLogin(reader: ImportReader, { id, bank, accounts }: ImportedLoginInput, path: Path): ImportedLogin {
  const ofBank = reader.at([...path, 'bank'])
  return {
    id: reader.at(path).id(id),
    bank: {
      name: ofBank.needed('name', 'name', bank.name),
      bic: ofBank.text('bic', 'bankCode', bank.bic),
      bankCode: ofBank.text('bankCode', 'bankCode', bank.bankCode),
    },
    accounts: accounts.map((account, index) => readAccount(reader, account, [...path, 'accounts', String(index)])),
  }
}

function readAccount(reader: ImportReader, account: ImportedAccountInput, path: Path): ImportedAccount {
  const { id, text, iban, decimal, currency, list } = reader.at(path)
  const below = (name: string, index: number) => reader.at([...path, name, String(index)])
  const standingOrders = list('standingOrders', bankListBounds['BankAccount.standingOrders'], account.standingOrders)
  const securities = list('securities', bankListBounds['BankAccount.securities'], account.securities)
  for (const [name, items] of Object.entries({ standingOrders, securities }))
    reader.unique(name === 'securities' ? 'security' : 'standing order', placesOf(items, [...path, name]))
  return {
    id: id(account.id),
    iban: iban('iban', account.iban),
    number: text('number', 'accountNumber', account.number),
    name: text('name', 'name', account.name),
    owner: text('owner', 'name', account.owner),
    type: account.type,
    currency: currency('currency', account.currency),
    balance: decimal('balance', account.balance),
    creditLine: decimal('creditLine', account.creditLine, 'positive or zero'),
    monthlySpendingLimit: decimal('monthlySpendingLimit', account.monthlySpendingLimit, 'positive or zero'),
    transactions: (account.transactions ?? []).map((transaction, index) =>
      readTransaction(reader, transaction, [...path, 'transactions', String(index)]),
    ),
    standingOrders: standingOrders.map((order, index) => {
      const of = below('standingOrders', index)
      return {
        id: of.id(order.id),
        amount: of.neededDecimal('amount', order.amount),
        currency: of.currency('currency', order.currency),
        purpose: of.prose('purpose', order.purpose),
        interval: of.text('interval', 'word', order.interval),
        executionDay: of.dayOfMonth('executionDay', order.executionDay),
        firstExecutionDate: of.date('firstExecutionDate', order.firstExecutionDate),
        lastExecutionDate: of.date('lastExecutionDate', order.lastExecutionDate),
        createdAt: of.date('createdAt', order.createdAt),
      }
    }),
    securities: securities.map((security, index) => {
      const of = below('securities', index)
      return {
        id: of.id(security.id),
        isin: of.text('isin', 'accountNumber', security.isin),
        name: of.text('name', 'name', security.name),
        market: of.text('market', 'word', security.market),
        quantity: of.decimal('quantity', security.quantity),
        currency: of.currency('currency', security.currency),
        price: of.decimal('price', security.price),
        purchasePrice: of.decimal('purchasePrice', security.purchasePrice),
        value: of.decimal('value', security.value),
        exchangeRate: of.decimal('exchangeRate', security.exchangeRate),
      }
    }),
  }
}

function readTransaction(reader: ImportReader, transaction: ImportedTransactionInput, path: Path): ImportedTransaction {
  const of = reader.at(path)
  const { counterparty } = transaction
  const other = reader.at([...path, 'counterparty'])
  const tags = of.list('tags', listBounds['Transaction.tags'], transaction.tags)
  const codes = of.list('codes', listBounds['Transaction.codes'], transaction.codes)
  return {
    id: of.id(transaction.id),
    amount: of.neededDecimal('amount', transaction.amount),
    currency: of.currency('currency', transaction.currency),
    bookingDate: of.date('bookingDate', transaction.bookingDate),
    valueDate: of.date('valueDate', transaction.valueDate),
    status: transaction.status,
    description: of.prose('description', transaction.description),
    counterparty: counterparty
      ? {
          name: other.text('name', 'name', counterparty.name),
          iban: other.iban('iban', counterparty.iban),
          bic: other.text('bic', 'bankCode', counterparty.bic),
          creditorId: other.text('creditorId', 'accountNumber', counterparty.creditorId),
        }
      : null,
    mandateReference: of.text('mandateReference', 'reference', transaction.mandateReference),
    tags: tags.map(({ name, source }, index) => {
      const tag = reader.at([...path, 'tags', String(index)])
      return { name: tag.needed('name', 'word', name), source: tag.text('source', 'word', source) }
    }),
    codes: codes.map(({ type, value }, index) => {
      const code = reader.at([...path, 'codes', String(index)])
      return { type: code.needed('type', 'word', type), value: code.needed('value', 'word', value) }
    }),
  }
}
