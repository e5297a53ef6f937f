import { Title } from '../layout/title.tsx'
import { NewCaseForm } from './new-case-form.tsx'

/** The page that opens a case of a new applicant. */
export function NewCasePage() {
  return (
    <div className="stack">
      <Title>New case</Title>
      <NewCaseForm />
    </div>
  )
}
