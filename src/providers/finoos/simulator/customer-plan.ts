import { createSteering, restOf } from '../../../simulation/steering.ts'

/** ASSUMED: every type but GIRO, the only documented one. */
export const accountTypes = ['GIRO', 'SAVINGS', 'CREDITCARD', 'LOAN', 'DEPOT'] as const

export type AccountType = (typeof accountTypes)[number]

/** What steering words change about a bank's customer. */
export interface CustomerPlan {
  /** The types of the customer's accounts; null: they follow from the user name. */
  readonly accounts: readonly AccountType[] | null
  /** Whether one account is shared with every other customer of the bank who has it. */
  readonly hasJointAccount: boolean
  /** The number of newest movements that the current account shows; null: no limit. */
  readonly movements: number | null
  /** The seed of the current account; null: the user name. With the seed of a document it is the account of that statement. */
  readonly accountSeed: string | null
  /** The IBAN of the current account; null: it follows from the user name. */
  readonly iban: string | null
  /** Whether there are movements with 18 digits and with fractions of a cent. */
  readonly hasLongAmounts: boolean
  /** Whether transactions name another account than the one that lists them. */
  readonly namesOtherAccounts: boolean
  /** Whether there are undocumented words, types and texts. */
  readonly isOdd: boolean
  /** Milliseconds from connecting until the accounts have been read, at speed 1. */
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

/** Every steering word but `account-`. */
export const customerWords = steering.words

/** Splits `anna+huge+odd` into the user name and the plan of the words. */
export function readUserName(userName: string, own: Partial<CustomerPlan> = {}) {
  const [name = '', ...words] = userName.trim().toLowerCase().split('+')
  const account = restOf(words, 'account-')
  const ofDocuments = account === null ? {} : ({ accountSeed: `account ${account}`, accounts: ['GIRO'] } as const)
  return { name, plan: { ...ordinaryPlan, ...ofDocuments, ...steering.toPlan(words), ...own } }
}
