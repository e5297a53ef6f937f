import { Link } from 'wouter'
import { type FragmentType, readFragment } from '../__generated__/fragment-masking.ts'
import { graphql } from '../__generated__/gql.ts'
import { Badge } from '../layout/badge.tsx'
import { Moment } from '../layout/moment.tsx'
import styles from './case-list.module.css'

const CaseRowFragment = graphql(`
  fragment CaseRow on Case {
    id
    reference
    useCase
    status
    openedAt
    updatedAt
    applicant {
      id
      displayName
      reference
    }
  }
`)

/** One case of the work list. The whole row is clickable, with one link for screen readers. */
export function CaseRow({ of }: { readonly of: FragmentType<typeof CaseRowFragment> }) {
  const { id, reference, useCase, status, openedAt, updatedAt, applicant } = readFragment(CaseRowFragment, of)
  return (
    <tr className={styles.row}>
      <th scope="row">
        <Link href={`/cases/${id}`} className={styles.link}>
          {applicant.displayName ?? applicant.reference}
        </Link>
        {applicant.displayName !== null && applicant.reference !== applicant.id && (
          <span className={styles.detail}>{applicant.reference}</span>
        )}
      </th>
      <td>
        {useCase ?? <span className="muted">No use case</span>}
        {reference !== null && <span className={styles.detail}>{reference}</span>}
      </td>
      <td>
        <Badge word={status} />
      </td>
      <td className={styles.moment}>
        <Moment at={openedAt} />
      </td>
      <td className={styles.moment}>
        <Moment at={updatedAt} />
      </td>
    </tr>
  )
}
