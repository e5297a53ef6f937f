import type { FormEvent } from 'react'
import { CommandButton } from '../../commands/command-button.tsx'
import { useCommand } from '../../commands/use-command.ts'
import { Field } from '../../layout/field.tsx'
import { ProblemNotice } from '../../layout/problem-notice.tsx'
import { useRetryAnalysis } from '../analyses/use-retry-analysis.ts'
import type { NamedDocument } from './named-document.ts'

interface ProvidePasswordsProps {
  readonly analysisId: string
  readonly documents: readonly NamedDocument[]
}

/** Asks for the passwords of documents, and resumes the analysis. */
export function ProvidePasswords({ analysisId, documents }: ProvidePasswordsProps) {
  const retryAnalysis = useRetryAnalysis()
  const { run, isPending, problem } = useCommand((form: FormData) =>
    retryAnalysis({
      analysisId,
      documents: documents.map(({ id }) => ({ documentId: id, password: String(form.get(id) ?? '') })),
    }),
  )

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    run(new FormData(event.currentTarget))
  }

  return (
    <form className="stack" data-gap="small" onSubmit={submit}>
      {documents.map(({ id, fileName }) => (
        <Field key={id} label={`Password of ${fileName}`} hint="Sent to the provider and not stored.">
          {control => <input {...control} name={id} type="password" required maxLength={200} autoComplete="off" />}
        </Field>
      ))}
      {problem && <ProblemNotice problem={problem} />}
      <div>
        <CommandButton kind="primary" isPending={isPending} pendingLabel="Going on…">
          Go on with this password
        </CommandButton>
      </div>
    </form>
  )
}
