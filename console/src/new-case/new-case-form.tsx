import { type FormEvent, useState } from 'react'
import { useLocation } from 'wouter'
import type { ApplicantKind } from '../__generated__/graphql.ts'
import { CommandButton } from '../commands/command-button.tsx'
import { useCommand } from '../commands/use-command.ts'
import { Field } from '../layout/field.tsx'
import { ProblemNotice } from '../layout/problem-notice.tsx'
import styles from './new-case.module.css'
import { readNewCase } from './read-new-case.ts'
import { RegistrationFields } from './registration-fields.tsx'
import { useOpenCase } from './use-open-case.ts'

/** The form for the applicant and the case. */
export function NewCaseForm() {
  const [, navigate] = useLocation()
  const [kind, setKind] = useState<ApplicantKind>('PERSON')
  const openCase = useOpenCase()
  const { run, isPending, problem } = useCommand(async (form: FormData) => {
    const { about, input } = readNewCase(form)
    navigate(`/cases/${await openCase(about, input)}`)
  })

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    run(new FormData(event.currentTarget))
  }

  return (
    <form className={styles.form} onSubmit={submit}>
      <fieldset className="stack">
        <legend className={styles.legend}>Applicant</legend>
        <div className="row">
          {(['PERSON', 'COMPANY'] as const).map(one => (
            <label key={one} className={styles.kind}>
              <input type="radio" name="kind" value={one} checked={kind === one} onChange={() => setKind(one)} />
              {one === 'PERSON' ? 'A person' : 'A company'}
            </label>
          ))}
        </div>
        <Field label="Name">
          {control => <input {...control} name="displayName" required maxLength={500} autoComplete="off" />}
        </Field>
        {kind === 'COMPANY' && <RegistrationFields />}
        <Field label="Your reference" hint="Your own id of the applicant. Optional.">
          {control => <input {...control} name="reference" maxLength={255} autoComplete="off" />}
        </Field>
      </fieldset>
      <fieldset className="stack">
        <legend className={styles.legend}>Case</legend>
        <Field label="Use case" hint="What the decision is about, such as “Loan application”. Optional.">
          {control => <input {...control} name="useCase" maxLength={500} autoComplete="off" />}
        </Field>
        <Field label="Reference of the case" hint="Optional.">
          {control => <input {...control} name="caseReference" maxLength={255} autoComplete="off" />}
        </Field>
      </fieldset>
      {problem && <ProblemNotice problem={problem} />}
      <div>
        <CommandButton kind="primary" isPending={isPending} pendingLabel="Opening…">
          Open the case
        </CommandButton>
      </div>
    </form>
  )
}
