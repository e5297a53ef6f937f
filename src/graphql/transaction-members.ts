import type { GraphQLResolveInfo } from 'graphql'
import { isTransactionMember, type TransactionMember } from '../store/transaction-columns.ts'
import { selectedFields } from './selected-fields.ts'

/** The members that resolvers use, for fields with other names than their members. */
const membersOf: Readonly<Record<string, readonly TransactionMember[]>> = {
  provider: ['providerId'],
  applicant: ['applicantId'],
  statement: ['statementId'],
  account: ['accountId'],
  replaces: ['replacesId'],
  duplicateOf: ['duplicateOfId'],
}

/** The members to read for the selected fields of a list of transactions. */
export function membersAskedFor(info: Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>): TransactionMember[] {
  const fields = [...selectedFields(info, ['edges', 'node'])]
  return fields.flatMap(field => membersOf[field] ?? [field].filter(isTransactionMember))
}

/** @throws Error for a member that was not read, which is a programming error */
export function wasRead<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('A member of a transaction was not read.')
  return value
}
