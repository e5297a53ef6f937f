import styles from './skeleton.module.css'

interface SkeletonProps {
  /** The label for screen readers while loading. */
  readonly label: string
  readonly lines?: number
}

/** A placeholder while loading. */
export function Skeleton({ label, lines = 3 }: SkeletonProps) {
  return (
    <div className={styles.skeleton} role="status">
      <span className="unseen">{label}</span>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className={styles.line} aria-hidden="true" />
      ))}
    </div>
  )
}
