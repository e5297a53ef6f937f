import { useConnectionState } from '../session/session.tsx'
import styles from './connection-notice.module.css'

/** Shows that the server cannot be reached. No events are lost: subscriptions resume where they stopped. */
export function ConnectionNotice() {
  const isLost = useConnectionState() === 'WAITING'
  return (
    <div role="status">
      {isLost && (
        <p className={styles.notice}>
          The connection to the server is lost. Trying again… What is shown may be out of date.
        </p>
      )}
    </div>
  )
}
