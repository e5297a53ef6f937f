import type { ReactNode } from 'react'
import type { Tone } from '../format/words.ts'
import styles from './notice.module.css'

interface NoticeProps {
  readonly tone: Tone
  readonly title?: string
  /** Whether screen readers announce it at once. */
  readonly isUrgent?: boolean
  readonly children?: ReactNode
}

/** A highlighted notice. */
export function Notice({ tone, title, isUrgent = false, children }: NoticeProps) {
  return (
    <div className={styles.notice} data-tone={tone} role={isUrgent ? 'alert' : undefined}>
      {title !== undefined && <p className={styles.title}>{title}</p>}
      {children}
    </div>
  )
}
