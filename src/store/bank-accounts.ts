import type { BankAccount } from '../domain/bank-login.ts'
import type { Decimal } from '../domain/decimal.ts'
import { bankListBounds } from '../domain/list-bounds.ts'
import type { MonetaryAmount } from '../domain/money.ts'
import type { Reach } from '../domain/reach.ts'
import type { AccountFigures } from './bank-reading.ts'
import type { ReachQueries } from './database.ts'
import { sql } from './sql.ts'
import { within } from './within.ts'

const columns = sql`item.id, item.login_id as "loginId", item.applicant_id as "applicantId", item.provider_id as "providerId",
  item.provider_reference as "providerReference", item.iban, item.masked_iban as "maskedIban", item.number,
  item.masked_number as "maskedNumber", item.name, item.owner, item.type, item.provider_type as "providerType", item.currency,
  item.balance, item.credit_line as "creditLine", item.monthly_spending_limit as "monthlySpendingLimit",
  item.standing_orders as "standingOrders", item.securities, item.retrieved_at as "retrievedAt",
  item.removed_at as "removedAt"`

/** Bank accounts by id, including those to which their login no longer gives access. */
export async function readBankAccounts(
  queries: ReachQueries,
  reach: Reach,
  ids: readonly string[],
): Promise<BankAccount[]> {
  const rows = await queries.rows<AccountFigures>(sql`
    select ${columns} from bank_accounts as item where ${within(reach)} and item.id = any(${ids})`)
  return rows.map(toAccount)
}

/**
 * The accounts to which each login gives access, in the provider's order, by login; for a removed login, the last ones
 * it gave access to.
 */
export async function readBankAccountsOfLogins(
  queries: ReachQueries,
  reach: Reach,
  loginIds: readonly string[],
): Promise<Map<string, BankAccount[]>> {
  const rows = await queries.rows<AccountFigures>(sql`
    select found.* from unnest(${loginIds}::text[]) as parent(key)
    cross join lateral (
      select ${columns}, item.ordinal from bank_accounts as item
      where ${within(reach)} and item.login_id = parent.key and item.removed_at is null
      order by item.ordinal, item.id limit ${bankListBounds['BankLogin.accounts']}
    ) as found
    order by found."loginId", found.ordinal, found.id`)
  return Map.groupBy(rows.map(toAccount), account => account.loginId)
}

function toAccount({ balance, creditLine, monthlySpendingLimit, ...row }: AccountFigures): BankAccount {
  const { currency } = row
  const money = (value: Decimal | null): MonetaryAmount | null => (value === null ? null : { value, currency })
  return {
    ...row,
    balance: money(balance),
    creditLine: money(creditLine),
    monthlySpendingLimit: money(monthlySpendingLimit),
  }
}
