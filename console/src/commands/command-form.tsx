import type { FormEvent, ReactNode } from 'react'
import { ProblemNotice } from '../layout/problem-notice.tsx'
import { CommandButton } from './command-button.tsx'
import styles from './command-form.module.css'
import { useCommand } from './use-command.ts'

interface CommandFormProps {
  /** The name of the form for screen readers. */
  readonly label: string
  readonly submitLabel: string
  /** The label of the submit button while the command is running. */
  readonly pendingLabel: string
  readonly act: (form: FormData) => Promise<void>
  readonly onCancel: () => void
  readonly children: ReactNode
}

/** A form that runs a command with its fields, and shows the command's problem and a button to cancel. */
export function CommandForm({ label, submitLabel, pendingLabel, act, onCancel, children }: CommandFormProps) {
  const { run, isPending, problem } = useCommand(act)

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    run(new FormData(event.currentTarget))
  }

  return (
    <form className={styles.form} onSubmit={submit} aria-label={label}>
      {children}
      {problem && <ProblemNotice problem={problem} />}
      <div className="row">
        <CommandButton kind="primary" isPending={isPending} pendingLabel={pendingLabel}>
          {submitLabel}
        </CommandButton>
        <button type="button" data-kind="quiet" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </form>
  )
}
