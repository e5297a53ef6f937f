import { type ReactNode, useId } from 'react'
import styles from './field.module.css'

interface FieldProps {
  readonly label: string
  /** A hint for the user. */
  readonly hint?: string
  /** Renders the control with these attributes. */
  readonly children: (control: { readonly id: string; readonly 'aria-describedby': string | undefined }) => ReactNode
}

/** A control with its label, and a hint that screen readers read with it. */
export function Field({ label, hint, children }: FieldProps) {
  const id = useId()
  const hintId = hint === undefined ? undefined : `${id}-hint`
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-describedby': hintId })}
      {hint !== undefined && (
        <p id={hintId} className="muted small">
          {hint}
        </p>
      )}
    </div>
  )
}
