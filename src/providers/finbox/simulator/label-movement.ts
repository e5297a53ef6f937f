import type { Movement } from '../../../simulation/statements/movements.ts'
import type { PersonKind } from '../../../simulation/statements/person-movements.ts'

/** How the vendor describes a movement. Its page "Appendix" lists the values. */
export interface Labels {
  readonly note: string
  /** Empty when none is printed. */
  readonly chequeNumber: string
  readonly channel: Channel
  readonly description: string
  readonly merchantCategory: string
  readonly category: string
  /** The counterparty's name as written in the note. */
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

type Named = Pick<Labels, 'channel' | 'category'> & Partial<Labels>

/** The vendor's words for each kind of movement. ASSUMED: all categories but those of its sample. */
const named: Readonly<
  Record<Exclude<PersonKind, 'card' | 'bounce' | 'self-transfer' | 'transfer-in' | 'transfer-out'>, Named>
> = {
  rent: { channel: 'net_banking_transfer', category: 'Rent' },
  insurance: { channel: 'auto_debit_payment', merchantCategory: 'insurance', category: 'Insurance' },
  loan: {
    channel: 'auto_debit_payment',
    description: 'lender_transaction',
    merchantCategory: 'loans',
    category: 'Loan',
  },
  utilities: {
    channel: 'bill_payment',
    description: 'electric_bill',
    merchantCategory: 'bills',
    category: 'Electricity Bill',
  },
  telecom: { channel: 'bill_payment', description: 'telco_bill', merchantCategory: 'bills', category: 'Telecom Bill' },
  salary: { channel: 'salary', description: 'Salary transfer', category: 'Salary' },
  fee: { channel: 'bank_charge', category: 'Bank Charge' },
  groceries: { channel: 'upi', merchantCategory: 'groceries', category: 'Groceries' },
  restaurant: { channel: 'upi', merchantCategory: 'food', category: 'Food' },
  transport: { channel: 'upi', merchantCategory: 'travel', category: 'Travel' },
  cash: { channel: 'cash_withdrawl', category: 'Cash Withdrawal' },
  cheque: { channel: 'chq', category: 'Cheque' },
  'card-bill': {
    channel: 'bill_payment',
    description: 'credit_card_bill',
    merchantCategory: 'bills',
    category: 'Credit Card Bill',
  },
  investment: { channel: 'investment', merchantCategory: 'investments', category: 'Investment' },
  refund: { channel: 'refund', category: 'Refund' },
  interest: { channel: 'bank_interest', category: 'Interest' },
  'cash-deposit': { channel: 'cash_deposit', description: 'deposit_by_machine', category: 'Cash Deposit' },
  'loan-payout': {
    channel: 'Other',
    description: 'lender_transaction',
    merchantCategory: 'loans',
    category: 'Loan Disbursed',
  },
}

/** Labels a movement as the vendor would label the printed statement. */
export function labelMovement(movement: Movement<PersonKind>): Labels {
  const { description: note, counterparty } = movement
  return {
    note,
    chequeNumber: /^CHQ .*?(\d{6})/.exec(note)?.[1] ?? '',
    merchant: counterparty ?? note.replace(/ REF \d+$/, ''),
    description: '',
    merchantCategory: '',
    ...nameMovement(movement),
  }
}

function nameMovement({ kind, cents, description: note, counterparty }: Movement<PersonKind>): Named {
  const isIncoming = cents > 0
  switch (kind) {
    case 'transfer-in':
    case 'transfer-out': {
      const words = `Transfer ${isIncoming ? 'from' : 'to'} ${counterparty ?? note}`
      return { channel: toTransferChannel(note), description: words, category: words }
    }
    case 'self-transfer':
      return { channel: toTransferChannel(note), description: 'self_transfer', category: 'Self Transfer' }
    case 'bounce':
      return {
        channel: isIncoming ? 'inward_cheque_bounce' : 'outward_cheque_bounce',
        description: 'chq_bounce_insuff_funds',
        category: 'Bounce',
      }
    case 'card': {
      const channel = note.startsWith('PG ') ? 'payment_gateway_purchase' : 'debit_card'
      return { channel, merchantCategory: 'shopping', category: 'Shopping' }
    }
    case 'transport':
      return note.includes('FUEL')
        ? { ...named.transport, merchantCategory: 'fuel', category: 'Fuel' }
        : named.transport
    case 'fee':
      return { ...named.fee, description: toPenalty(note) }
    case 'investment':
      return isIncoming
        ? { ...named.investment, channel: 'investment_cashin', category: 'Investment Redeemed' }
        : named.investment
    default:
      return named[kind]
  }
}

function toTransferChannel(note: string): Channel {
  return note.startsWith('UPI/') ? 'upi' : 'net_banking_transfer'
}

function toPenalty(text: string): string {
  if (text.startsWith('MIN BAL')) return 'penalty_charge'
  if (text.startsWith('ACH RETURN')) return 'ach_bounce_charge'
  return text.startsWith('CHQ RETURN') ? 'chq_bounce_charge' : ''
}
