import type { GraphQLResolveInfo } from 'graphql'
import { isTransactionMember, type TransactionMember } from '../store/transaction-columns.ts'
import { selectedFields } from './selected-fields.ts'

/** What resolvers look at, where that is not what the field is called. */
const membersOf: Readonly<Record<string, readonly TransactionMember[]>> = {
  provider: ['providerId'],
  applicant: ['applicantId'],
  statement: ['statementId'],
  account: ['accountId'],
  replaces: ['replacesId'],
  duplicateOf: ['duplicateOfId'],
}

/** What has to be read of each transaction for what is asked of a list of them. */
export function membersAskedFor(info: Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>): TransactionMember[] {
  const fields = [...selectedFields(info, ['edges', 'node'])]
  return fields.flatMap(field => membersOf[field] ?? [field].filter(isTransactionMember))
}

/** @throws Error for a member that was not read, which is a fault of ours */
export function wasRead<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('Something of a transaction is needed that was not read.')
  return value
}
