import { graphql } from '../__generated__/gql.ts'
import { Notice } from '../layout/notice.tsx'
import { useLoaded } from '../loading/use-loaded.ts'

const ChosenApplicantQuery = graphql(`
  query ChosenApplicant($id: ID!) {
    applicant(id: $id) {
      id
      displayName
      reference
    }
  }
`)

interface ChosenApplicantProps {
  readonly id: string
  readonly onRemove: () => void
}

/** The applicant of the filter, and a button to show all cases. */
export function ChosenApplicant({ id, onRemove }: ChosenApplicantProps) {
  const { applicant } = useLoaded(ChosenApplicantQuery, { id }, 'cache-first').data
  return (
    <Notice tone="busy">
      <div className="row" data-justify="between">
        <p>
          {applicant === null ? (
            'This applicant does not exist, or was erased.'
          ) : (
            <>
              Only cases of <strong>{applicant.displayName ?? applicant.reference}</strong>
            </>
          )}
        </p>
        <button type="button" onClick={onRemove}>
          Show all applicants
        </button>
      </div>
    </Notice>
  )
}
