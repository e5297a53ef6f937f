import { Link } from 'wouter'
import { Title } from './title.tsx'

/** The page for an unknown page, case or applicant. */
export function NotFound() {
  return (
    <div className="stack">
      <Title>There is nothing here</Title>
      <p>It may have been erased, or belongs to another tenant.</p>
      <p>
        <Link href="/">Back to the work list</Link>
      </p>
    </div>
  )
}
