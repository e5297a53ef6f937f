import { type Tone, toTone, toWords } from '../format/words.ts'
import styles from './badge.module.css'

interface BadgeProps {
  /** A value of the API, such as `COMPLETED`. */
  readonly word: string
  /** Its label. Default: the value in words. */
  readonly label?: string
  readonly tone?: Tone
}

/** A status as text with a colour. */
export function Badge({ word, label = toWords(word), tone = toTone(word) }: BadgeProps) {
  return (
    <span className={styles.badge} data-tone={tone}>
      <span className={styles.dot} aria-hidden="true" />
      {label}
    </span>
  )
}
