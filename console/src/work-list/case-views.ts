import type { CaseOrder, CaseStatus } from '../__generated__/graphql.ts'

/** A view of the work list. */
export interface CaseView {
  /** Its key in the address of the page, and the alias of its count. */
  readonly key: 'all' | 'waiting' | 'running' | 'new' | 'completed' | 'incomplete'
  readonly name: string
  /** The statuses of its cases; any when absent. */
  readonly statuses?: readonly CaseStatus[]
  readonly orderBy: CaseOrder
}

const everything: CaseView = { key: 'all', name: 'All', orderBy: 'OPENED_AT_DESC' }

/** The views in order. Waiting cases are sorted by the longest wait. */
export const caseViews: readonly CaseView[] = [
  everything,
  { key: 'waiting', name: 'Waiting for somebody', statuses: ['ACTION_REQUIRED'], orderBy: 'OPENED_AT_ASC' },
  { key: 'running', name: 'Running', statuses: ['RUNNING'], orderBy: 'UPDATED_AT_DESC' },
  { key: 'new', name: 'Nothing started', statuses: ['OPEN'], orderBy: 'OPENED_AT_ASC' },
  { key: 'completed', name: 'Completed', statuses: ['COMPLETED'], orderBy: 'UPDATED_AT_DESC' },
  { key: 'incomplete', name: 'Partial or failed', statuses: ['PARTIAL', 'FAILED'], orderBy: 'UPDATED_AT_DESC' },
]

/** The view with this key; all cases when there is none. */
export function findCaseView(key: string | null): CaseView {
  return caseViews.find(view => view.key === key) ?? everything
}

/** The orders of cases. */
export const caseOrders = [
  { order: 'OPENED_AT_DESC', name: 'Opened, newest first' },
  { order: 'OPENED_AT_ASC', name: 'Opened, oldest first' },
  { order: 'UPDATED_AT_DESC', name: 'Changed, newest first' },
  { order: 'UPDATED_AT_ASC', name: 'Changed, oldest first' },
] as const satisfies readonly { readonly order: CaseOrder; readonly name: string }[]
