import { type ReactNode, useId } from 'react'
import { Part } from '../loading/part.tsx'
import styles from './panel.module.css'

interface PanelProps {
  readonly title: string
  /** Buttons beside the title. */
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** A part of a page with a title. */
export function Panel({ title, actions, children }: PanelProps) {
  const id = useId()
  return (
    <section className={styles.panel} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id}>{title}</h2>
        {actions}
      </div>
      <Part label={`${title}: loading`}>{children}</Part>
    </section>
  )
}
