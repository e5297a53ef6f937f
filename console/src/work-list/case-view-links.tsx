import { Link } from 'wouter'
import { graphql } from '../__generated__/gql.ts'
import { LiveUpdates } from '../live/live-updates.tsx'
import { useLoaded } from '../loading/use-loaded.ts'
import styles from './case-view-links.module.css'
import { caseViews } from './case-views.ts'

// One alias for each view, so that one request counts all.
const CaseCounts = graphql(`
  query CaseCounts {
    eventCursor
    all: cases(first: 1) {
      totalCount
    }
    waiting: cases(filter: { statuses: [ACTION_REQUIRED] }, first: 1) {
      totalCount
    }
    running: cases(filter: { statuses: [RUNNING] }, first: 1) {
      totalCount
    }
    new: cases(filter: { statuses: [OPEN] }, first: 1) {
      totalCount
    }
    completed: cases(filter: { statuses: [COMPLETED] }, first: 1) {
      totalCount
    }
    incomplete: cases(filter: { statuses: [PARTIAL, FAILED] }, first: 1) {
      totalCount
    }
  }
`)

const changesOfCases = {
  types: ['CASE_OPENED', 'CASE_SETTLED', 'ANALYSIS_QUEUED', 'ANALYSIS_ACTION_REQUIRED'],
} as const

/** The views of the work list with their numbers of cases. */
export function CaseViewLinks({ current }: { readonly current: string }) {
  const { data } = useLoaded(CaseCounts, {})
  return (
    <nav aria-label="Parts of the work list">
      <ul className={styles.views}>
        {caseViews.map(({ key, name }) => (
          <li key={key}>
            <Link
              href={key === 'all' ? '/' : `/?view=${key}`}
              className={styles.view}
              aria-current={key === current ? 'page' : undefined}
            >
              <span>{name}</span>
              <span className={styles.count}>{data[key].totalCount}</span>
            </Link>
          </li>
        ))}
      </ul>
      <LiveUpdates filter={changesOfCases} after={data.eventCursor} />
    </nav>
  )
}
