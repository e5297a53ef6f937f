import { type ReactNode, useState } from 'react'
import { Part } from '../loading/part.tsx'

interface LazyDetailsProps {
  readonly summary: string
  /** Rendered and loaded only while open. */
  readonly children: ReactNode
}

/** Details that are loaded when they are opened. */
export function LazyDetails({ summary, children }: LazyDetailsProps) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <details onToggle={event => setIsOpen(event.currentTarget.open)}>
      <summary>{summary}</summary>
      {isOpen && (
        <Part label={`${summary}: loading`} lines={2}>
          {children}
        </Part>
      )}
    </details>
  )
}
