import type { ReactNode } from 'react'

interface ScrollAreaProps {
  /** A label of the content for screen readers. */
  readonly label: string
  readonly children: ReactNode
}

/** A scrolling container for content that may be wider than the screen. */
export function ScrollArea({ label, children }: ScrollAreaProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: It scrolls, so the keyboard has to reach it.
    <section className="scroll-x" aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}
