import type { Problem } from 'assay/client'
import type { ReactNode } from 'react'
import { Notice } from './notice.tsx'

interface ProblemNoticeProps {
  readonly problem: Problem
  /** Controls to solve the problem. */
  readonly children?: ReactNode
}

const titles: Readonly<Record<Problem['kind'], string>> = {
  INPUT: 'Please correct the input.',
  TRY_AGAIN: 'This does not work at the moment.',
  SIGN_IN: 'Sign in first.',
  NOT_ALLOWED: 'Your key does not allow this.',
  RELOAD: 'Missed events are no longer available.',
  OFFLINE: 'The server cannot be reached.',
  FAILED: 'This did not work.',
}

/** A problem with the reference that an operator needs. */
export function ProblemNotice({ problem, children }: ProblemNoticeProps) {
  return (
    <Notice tone={problem.kind === 'INPUT' ? 'caution' : 'bad'} title={titles[problem.kind]} isUrgent>
      {problem.kind === 'INPUT' ? (
        <ul>
          {problem.fields.map(({ message }) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
      ) : (
        <p>{problem.message}</p>
      )}
      {problem.correlationId !== null && (
        <p className="muted small">
          Reference for the operator: <code>{problem.correlationId}</code>
        </p>
      )}
      {children !== undefined && <div className="row">{children}</div>}
    </Notice>
  )
}
