import { type CalendarDate, monthOf } from '../../../domain/calendar-date.ts'
import { type AccountHistory, createAccountHistory } from './account-history.ts'
import type { AddedMovement } from './added-movements.ts'
import { type BankAccount, type BankCustomer, createBankCustomer, type UserType } from './bank-customer.ts'
import type { Bank } from './banks.ts'
import { berlinDateOf } from './berlin-time.ts'
import { type CustomerPlan, readUserName } from './customer-plan.ts'

/** An account with its history. */
export interface OpenedAccount {
  readonly account: BankAccount
  readonly history: AccountHistory
}

/** A customer of a bank with all accounts. */
export interface OpenedCustomer extends Omit<BankCustomer, 'accounts'> {
  readonly accounts: readonly OpenedAccount[]
}

export type BankWorld = ReturnType<typeof createBankWorld>

/** The banks, their customers and accounts. The time of the banks may be ahead of the machine's. */
export function createBankWorld(clock: () => Date) {
  let ahead = 0
  let opening: CalendarDate | null = null
  const added = new Map<string, AddedMovement[]>()
  const now = () => new Date(clock().getTime() + ahead)
  const addedTo = (iban: string) => {
    const list = added.get(iban) ?? []
    added.set(iban, list)
    return list
  }
  return {
    now,
    /** Advances the banks' time only. Tokens and sessions use the clock. */
    advance(milliseconds: number): void {
      ahead += milliseconds
    },
    /** The customer of this bank, user name and type, always the same one. The words in the name change only the plan. */
    open(bank: Bank, userName: string, type: UserType, own?: Partial<CustomerPlan>): OpenedCustomer {
      // Documents show the last three whole months, so the account's quarters start where theirs end.
      opening ??= `${monthOf(berlinDateOf(now()))}-01`
      const since = opening
      const { accounts, ...customer } = createBankCustomer({ bank, type, since, ...readUserName(userName, own) })
      const open = (account: BankAccount) => ({
        account,
        history: createAccountHistory(account, since, addedTo(account.iban)),
      })
      return { ...customer, accounts: accounts.map(open) }
    },
    /** Adds a movement to the account with this IBAN, for everyone with access to it. */
    addMovement: (iban: string, movement: AddedMovement) => void addedTo(iban).push(movement),
  }
}
