import type { Random } from '../../../simulation/random.ts'
import type { Movement } from '../../../simulation/statements/movements.ts'
import type { PersonKind } from '../../../simulation/statements/person-movements.ts'

/** What the vendor makes of a movement's text. Enumerations: its page "Appendix". */
export interface Labels {
  readonly note: string
  /** Empty where none is printed. */
  readonly chequeNumber: string
  readonly channel: Channel
  readonly description: string
  readonly merchantCategory: string
  readonly category: string
  /** The other side's name as it stands in the note. */
  readonly merchant: string
}

/** `cash_withdrawl` is the vendor's spelling. */
export type Channel =
  | 'upi'
  | 'salary'
  | 'refund'
  | 'payment_gateway_purchase'
  | 'outward_cheque_bounce'
  | 'net_banking_transfer'
  | 'investment'
  | 'inward_cheque_bounce'
  | 'investment_cashin'
  | 'debit_card'
  | 'chq'
  | 'cash_withdrawl'
  | 'cash_deposit'
  | 'bill_payment'
  | 'bank_interest'
  | 'bank_charge'
  | 'auto_debit_payment'
  | 'Other'

type Change = Partial<Labels> & Pick<Labels, 'channel'>

/** Every list of categories is the vendor's own: ASSUMED, but for those in its sample. */
export function labelMovement(movement: Movement<PersonKind>, random: Random, holder: string): Labels {
  const { description: text, counterparty, kind, cents } = movement
  const plain = {
    note: text,
    chequeNumber: '',
    description: '',
    merchantCategory: '',
    category: 'Others',
    merchant: text,
  }
  const label = (change: Change): Labels => ({ ...plain, ...change })
  const reference = () => String(random.integer(100_000_000_000, 999_999_999_999))
  const upi = (way: 'DR' | 'CR', name: string) => `UPI/${way}/${reference()}/${name}`
  const spent = (merchantCategory: string, category: string): Labels =>
    label({ channel: 'upi', note: upi('DR', text), merchantCategory, category })
  switch (kind) {
    case 'rent':
      return label({ channel: 'net_banking_transfer', category: 'Rent', note: `${text} REF ${reference()}` })
    case 'insurance':
      return label({
        channel: 'auto_debit_payment',
        merchantCategory: 'insurance',
        category: 'Insurance',
        note: `ACH D ${text}`,
      })
    case 'loan':
      return label({
        channel: 'auto_debit_payment',
        description: 'lender_transaction',
        merchantCategory: 'loans',
        category: 'Loan',
        note: `ACH D ${text} ${reference()}`,
      })
    case 'utilities':
      return label({
        channel: 'bill_payment',
        description: 'electric_bill',
        merchantCategory: 'bills',
        category: 'Electricity Bill',
      })
    case 'telecom':
      return label({
        channel: 'bill_payment',
        description: 'telco_bill',
        merchantCategory: 'bills',
        category: 'Telecom Bill',
      })
    case 'salary':
      return label({ channel: 'salary', description: 'Salary transfer', category: 'Salary' })
    case 'fee':
      return label({ channel: 'bank_charge', category: 'Bank Charge', description: toPenalty(text) })
    case 'card':
      return random.percent(60)
        ? label({ channel: 'debit_card', note: `POS ${text}`, merchantCategory: 'shopping', category: 'Shopping' })
        : label({
            channel: 'payment_gateway_purchase',
            note: `PG ${text}`,
            merchantCategory: 'shopping',
            category: 'Shopping',
          })
    case 'groceries':
      return spent('groceries', 'Groceries')
    case 'restaurant':
      return spent('food', 'Food')
    case 'transport':
      return text.includes('FUEL') ? spent('fuel', 'Fuel') : spent('travel', 'Travel')
    case 'cash':
      return label({ channel: 'cash_withdrawl', category: 'Cash Withdrawal' })
    case 'transfer-out':
      return label(toPaid(random, counterparty ?? text, holder, upi))
    case 'transfer-in':
      return label(toReceived(random, { name: counterparty ?? text, holder, isLarge: cents > 500_000 }, upi))
  }
}

function toPenalty(text: string): string {
  if (text.startsWith('MIN BAL')) return 'penalty_charge'
  if (text.startsWith('ACH RETURN')) return 'ach_bounce_charge'
  return text.startsWith('CHQ RETURN') ? 'chq_bounce_charge' : ''
}

type ToNote = (way: 'DR' | 'CR', name: string) => string
const chequeNumber = (random: Random) => String(random.integer(1, 999_999)).padStart(6, '0')

function toPaid(random: Random, name: string, holder: string, upi: ToNote): Change {
  const chance = random.integer(1, 100)
  if (chance <= 15)
    return {
      channel: 'upi',
      note: upi('DR', holder),
      description: 'self_transfer',
      category: 'Self Transfer',
      merchant: holder,
    }
  if (chance <= 25) {
    const number = chequeNumber(random)
    return {
      channel: 'chq',
      note: `CHQ PAID ${number} ${name}`,
      chequeNumber: number,
      category: 'Cheque',
      merchant: name,
    }
  }
  if (chance <= 32)
    return {
      channel: 'investment',
      note: 'SIP KALPAVRIKSHA MUTUAL FUND',
      merchantCategory: 'investments',
      category: 'Investment',
    }
  if (chance <= 35) {
    const number = chequeNumber(random)
    const note = `CHQ DEP RETURN ${number}`
    return {
      channel: 'outward_cheque_bounce',
      note,
      chequeNumber: number,
      description: 'chq_bounce_insuff_funds',
      category: 'Bounce',
    }
  }
  if (chance <= 45)
    return {
      channel: 'bill_payment',
      note: 'CC BILL RUPAHLA CARD',
      description: 'credit_card_bill',
      merchantCategory: 'bills',
      category: 'Credit Card Bill',
    }
  return {
    channel: 'upi',
    note: upi('DR', name),
    description: `Transfer to ${name}`,
    category: `Transfer to ${name}`,
    merchant: name,
  }
}

function toReceived(
  random: Random,
  { name, holder, isLarge }: { readonly name: string; readonly holder: string; readonly isLarge: boolean },
  upi: ToNote,
): Change {
  const chance = random.integer(1, 100)
  if (chance <= 12)
    return {
      channel: 'upi',
      note: upi('CR', holder),
      description: 'self_transfer',
      category: 'Self Transfer',
      merchant: holder,
    }
  if (chance <= 20) return { channel: 'refund', note: 'REFUND CHITRAKART ONLINE', category: 'Refund' }
  if (chance <= 28) return { channel: 'bank_interest', note: 'INT PD', category: 'Interest' }
  if (chance <= 38)
    return {
      channel: 'cash_deposit',
      note: 'CDM CASH DEP',
      description: 'deposit_by_machine',
      category: 'Cash Deposit',
    }
  if (chance <= 46) {
    const number = chequeNumber(random)
    const note = `CHQ RETURN ${number} FUNDS INSUFFICIENT`
    return {
      channel: 'inward_cheque_bounce',
      note,
      chequeNumber: number,
      description: 'chq_bounce_insuff_funds',
      category: 'Bounce',
    }
  }
  if (chance <= 50)
    return {
      channel: 'investment_cashin',
      note: 'FD CLOSURE PROCEEDS',
      merchantCategory: 'investments',
      category: 'Investment Redeemed',
    }
  if (chance <= 56 || isLarge)
    return {
      channel: 'Other',
      note: 'NEFT CR DHANVRIDDHIKA FINANCE',
      description: 'lender_transaction',
      merchantCategory: 'loans',
      category: 'Loan Disbursed',
    }
  return {
    channel: 'upi',
    note: upi('CR', name),
    description: `Transfer from ${name}`,
    category: `Transfer from ${name}`,
    merchant: name,
  }
}
