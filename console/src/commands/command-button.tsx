import type { ReactNode } from 'react'

interface CommandButtonProps {
  readonly isPending: boolean
  /** The label while the command is running. */
  readonly pendingLabel: string
  readonly kind?: 'primary' | 'quiet'
  /** Absent: the button submits its form. */
  readonly onClick?: () => void
  readonly children: ReactNode
}

/** A button that shows a running command, keeps the focus, and ignores a second click. */
export function CommandButton({ isPending, pendingLabel, kind, onClick, children }: CommandButtonProps) {
  return (
    <button
      type={onClick ? 'button' : 'submit'}
      data-kind={kind}
      aria-busy={isPending}
      aria-disabled={isPending}
      onClick={event => {
        if (isPending) event.preventDefault()
        else onClick?.()
      }}
    >
      {isPending ? pendingLabel : children}
    </button>
  )
}
