import { messageOf } from 'assay/client'
import { Icon } from '../../layout/icon.tsx'
import styles from './document-list.module.css'
import { useCaseUploads } from './uploads.tsx'

/** The running and failed uploads. */
export function UploadRows() {
  const { uploads } = useCaseUploads()
  if (uploads.length === 0) return null
  return (
    <ul className={styles.list} aria-label="Files on their way">
      {uploads.map(({ key, fileName, part, error, dismiss }) => (
        <li key={key} className={styles.item}>
          <Icon name={error === null ? 'upload' : 'warning'} />
          <div>
            <p className={styles.name}>{fileName}</p>
            {error === null ? (
              <progress max={1} value={part} aria-label={`${fileName}: sent`} />
            ) : (
              <p className="small" role="alert">
                {messageOf(error)}
              </p>
            )}
          </div>
          <button type="button" data-kind="quiet" onClick={dismiss}>
            {error === null ? 'Cancel' : 'Dismiss'}
          </button>
        </li>
      ))}
    </ul>
  )
}
