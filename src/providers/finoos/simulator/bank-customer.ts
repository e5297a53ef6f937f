import type { CalendarDate } from '../../../domain/calendar-date.ts'
import { openingOf } from '../../../simulation/statements/document-plan.ts'
import { createIban } from '../../../simulation/statements/iban.ts'
import { createPersonAccount } from '../../../simulation/statements/person-account.ts'
import { createRandom, type Random } from '../../../simulation/random.ts'
import { type Bank, testBank } from './banks.ts'
import { type AccountType, accountTypes, type CustomerPlan } from './customer-plan.ts'
import type { Party } from './parties.ts'

/** Whether an account has the movements of a person or of a company. */
export type UserType = 'person' | 'company'

/** A customer of a bank. Everything but the plan follows from the bank and the user name. */
export interface BankCustomer {
  readonly bank: Bank
  readonly name: string
  readonly type: UserType
  readonly plan: CustomerPlan
  readonly accounts: readonly BankAccount[]
}

/** An account at its bank. Amounts are whole cents. */
export interface BankAccount {
  /** The seed of its movements, which is the same for everyone with access to the account. */
  readonly seed: string
  /** The seed of the transfers between the accounts of one customer. */
  readonly customerSeed: string
  /** Whether it has the movements of a company. */
  readonly isCompany: boolean
  readonly type: AccountType
  /** The customer's accounts, as counterparties of transfers between them. */
  readonly siblings: ReadonlyMap<AccountType, Party>
  readonly iban: string
  readonly number: string
  readonly name: string
  readonly owner: string
  readonly creditLine: number
  readonly monthlySpendingLimit: number
  /** The balance on the first day of `AccountHistory`. */
  readonly opening: number
  readonly plan: CustomerPlan
  readonly windowDays: number
}

/** The country of the banks. */
const country = 'DE'

interface WhoAtBank {
  readonly bank: Bank
  /** The user name without steering words. */
  readonly name: string
  readonly type: UserType
  readonly plan: CustomerPlan
  /** The first day of a month, on which every account has its opening balance. */
  readonly since: CalendarDate
}

const companyNames = ['Tischlerei Spanholz GmbH', 'Café Sanddorn GbR', 'Windrose Segelwerkstatt KG'] as const

export function createBankCustomer(who: WhoAtBank): BankCustomer {
  const { bank, name, type, plan } = who
  const customerSeed = `${bank.bankCode} ${name} ${type}`
  const random = createRandom(`${customerSeed} customer`)
  const isCompany = type === 'company' && plan.accountSeed === null
  const owner = isCompany ? random.pick(companyNames) : createPerson(plan.accountSeed ?? customerSeed).holder
  const accounts = (plan.accounts ?? pickTypes(random, bank, type)).map(accountType => {
    const own = accountType === 'GIRO' ? plan.accountSeed : null
    const seed = own ?? `${customerSeed} ${accountType}`
    const iban = accountType === 'GIRO' ? plan.iban : null
    return createAccount({ ...who, customerSeed, seed, iban, accountType, owner, isCompany })
  })
  const toParty = ({ iban }: BankAccount) => ({ name: owner, iban, bic: bank.bic, creditorId: '' })
  const siblings = new Map(accounts.map(one => [one.type, toParty(one)]))
  const own = accounts.map(one => ({ ...one, siblings }))
  if (!plan.hasJointAccount) return { bank, name, type, plan, accounts: own }
  const joint = createAccount({
    ...who,
    plan: { ...plan, movements: null, hasLongAmounts: false },
    customerSeed: `${bank.bankCode} joint`,
    seed: `${bank.bankCode} joint`,
    iban: null,
    accountType: 'GIRO',
    owner: 'Eheleute Harmstorf',
    isCompany: false,
  })
  return { bank, name, type, plan, accounts: [...own, { ...joint, name: 'Gemeinschaftskonto' }] }
}

/** The person whose salary, rent and spending the movements show. */
export function createPerson(seed: string, given: { readonly count?: number; readonly from?: CalendarDate } = {}) {
  return createPersonAccount(seed, { ...given, country })
}

function pickTypes(random: Random, bank: Bank, type: UserType): readonly AccountType[] {
  if (bank === testBank && type === 'person') return accountTypes
  if (type === 'company') return ['GIRO', 'SAVINGS']
  return accountTypes.filter(one => one === 'GIRO' || random.percent(35))
}

interface NewAccount extends WhoAtBank {
  readonly customerSeed: string
  readonly seed: string
  readonly iban: string | null
  readonly accountType: AccountType
  readonly owner: string
  readonly isCompany: boolean
}

const names: Readonly<Record<AccountType, string>> = {
  GIRO: 'Girokonto',
  SAVINGS: 'Tagesgeld',
  CREDITCARD: 'Kreditkarte',
  LOAN: 'Ratenkredit',
  DEPOT: 'Wertpapierdepot',
}

function createAccount(account: NewAccount): BankAccount {
  const { bank, seed, customerSeed, plan, accountType: type, owner, isCompany, since } = account
  const random = createRandom(`${seed} account`)
  const person = createPerson(seed)
  const openings: Readonly<Record<AccountType, () => number>> = {
    // The closing balance of the documents, if there are documents of the account.
    GIRO: () =>
      plan.accountSeed === seed
        ? openingOf({ accountSeed: seed, country, from: since, transactions: person.ordinaryCount })
        : person.salary + Math.max(0, person.opening),
    SAVINGS: () => 4 * person.salary,
    CREDITCARD: () => 0,
    LOAN: () => -6 * person.salary,
    DEPOT: () => 0,
  }
  return {
    seed,
    customerSeed,
    isCompany,
    type,
    siblings: new Map(),
    iban: account.iban ?? createIban(country, `${bank.bankCode}${person.accountNumber}`),
    number: person.accountNumber,
    name: names[type],
    owner,
    creditLine: type === 'GIRO' || type === 'CREDITCARD' ? random.integer(0, 8) * 50_000 : 0,
    monthlySpendingLimit: type === 'CREDITCARD' ? 250_000 : 0,
    opening: openings[type](),
    plan,
    windowDays: plan.windowDays ?? bank.windowDays,
  }
}
