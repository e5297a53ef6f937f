import { useMemo } from 'react'
import { useSearchParams } from 'wouter'
import type { CaseFilter, CaseOrder } from '../__generated__/graphql.ts'
import { type CaseView, caseOrders, findCaseView } from './case-views.ts'

export interface WorkListQuery {
  readonly filter: CaseFilter
  readonly orderBy: CaseOrder
}

interface WorkListView {
  readonly view: CaseView
  readonly applicantId: string | null
  /** The same object until the address changes. */
  readonly query: WorkListQuery
  readonly chooseOrder: (order: string) => void
  readonly chooseApplicant: (applicantId: string | null) => void
}

/** The state of the work list, stored in the address so that it can be bookmarked, shared and restored. */
export function useWorkListView(): WorkListView {
  const [params, setParams] = useSearchParams()
  const view = findCaseView(params.get('view'))
  const applicantId = params.get('applicant')

  function set(name: string, value: string | null): void {
    setParams(previous => {
      const next = new URLSearchParams(previous)
      if (value === null) next.delete(name)
      else next.set(name, value)
      return next
    })
  }

  const query = useMemo(
    (): WorkListQuery => ({
      filter: {
        ...(view.statuses && { statuses: view.statuses }),
        ...(applicantId !== null && { applicantId }),
      },
      orderBy: caseOrders.find(({ order }) => order === params.get('order'))?.order ?? view.orderBy,
    }),
    [view, applicantId, params],
  )

  return {
    view,
    applicantId,
    query,
    chooseOrder: order => set('order', order),
    chooseApplicant: id => set('applicant', id),
  }
}
