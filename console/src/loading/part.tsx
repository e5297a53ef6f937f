import { type ReactNode, Suspense } from 'react'
import { ErrorBoundary } from './error-boundary.tsx'
import { FailedPart } from './failed-part.tsx'
import { Skeleton } from './skeleton.tsx'

interface PartProps {
  /** The label for screen readers while loading. */
  readonly label: string
  /** The approximate number of lines. */
  readonly lines?: number
  readonly children: ReactNode
}

/** A part of a page that loads and fails independently of other parts. */
export function Part({ label, lines, children }: PartProps) {
  return (
    <ErrorBoundary fallback={(error, retry) => <FailedPart error={error} retry={retry} />}>
      <Suspense fallback={<Skeleton label={label} lines={lines} />}>{children}</Suspense>
    </ErrorBoundary>
  )
}
