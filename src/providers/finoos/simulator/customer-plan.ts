import { createSteering, restOf } from '../../../simulation/steering.ts'

/** ASSUMED: every type but GIRO, the only one printed. */
export const accountTypes = ['GIRO', 'SAVINGS', 'CREDITCARD', 'LOAN', 'DEPOT'] as const

export type AccountType = (typeof accountTypes)[number]

/** What is special about a bank's customer. */
export interface CustomerPlan {
  /** The accounts of the customer; null: they follow from the user name. */
  readonly accounts: readonly AccountType[] | null
  /** An account that is shared with every other customer of the bank who has the same plan. */
  readonly hasJointAccount: boolean
  /** How many of the newest movements the current account shows; null: as many as a customer has. */
  readonly movements: number | null
  /** What the current account follows from; null: the user name. The same as that of a document: statements of the same account. */
  readonly accountSeed: string | null
  /** The IBAN of the current account; null: it follows from the user name. */
  readonly iban: string | null
  /** Movements of 18 digits, and of a hundredth and thousandths of a cent. */
  readonly hasLongAmounts: boolean
  /** Transactions name another account than the one that they are listed under. */
  readonly namesOtherAccounts: boolean
  /** Words, types and texts that nobody expects. */
  readonly isOdd: boolean
  /** How many milliseconds after connecting the accounts and movements have been read, at speed 1. */
  readonly readingMs: number
  /** Days of booked transactions that are shown; null: as many as the bank shows. */
  readonly windowDays: number | null
}

const ordinaryPlan: CustomerPlan = {
  accounts: null,
  hasJointAccount: false,
  movements: null,
  accountSeed: null,
  iban: null,
  hasLongAmounts: false,
  namesOtherAccounts: false,
  isOdd: false,
  readingMs: 0,
  windowDays: null,
}

/** What each word after a `+` in the user name changes. */
const steering = createSteering<CustomerPlan>({
  huge: { movements: 100_000 },
  empty: { movements: 0 },
  giro: { accounts: ['GIRO'] },
  every: { accounts: accountTypes },
  joint: { hasJointAccount: true },
  digits: { hasLongAmounts: true },
  strangers: { namesOtherAccounts: true },
  odd: { isOdd: true },
  slow: { readingMs: 8_000 },
  short: { windowDays: 30 },
  long: { windowDays: 365 },
})

/** Every word but `account-`. */
export const customerWords = steering.words

/** `anna+huge+odd`: who it is, and the plan of the words. The words do not change who it is. */
export function readUserName(userName: string, own: Partial<CustomerPlan> = {}) {
  const [name = '', ...words] = userName.trim().toLowerCase().split('+')
  const account = restOf(words, 'account-')
  const ofDocuments = account === null ? {} : ({ accountSeed: `account ${account}`, accounts: ['GIRO'] } as const)
  return { name, plan: { ...ordinaryPlan, ...ofDocuments, ...steering.toPlan(words), ...own } }
}
