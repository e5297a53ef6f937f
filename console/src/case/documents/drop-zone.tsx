import { useId, useState } from 'react'
import { Icon } from '../../layout/icon.tsx'
import styles from './drop-zone.module.css'
import { useCaseUploads } from './uploads.tsx'

/** Accepts dropped and chosen files. The file input covers the zone, because browsers accept drops on it. */
export function DropZone() {
  const { send } = useCaseUploads()
  const [isOver, setIsOver] = useState(false)
  const id = useId()
  return (
    <div className={styles.zone} data-over={isOver}>
      <Icon name="upload" />
      <p>
        <label htmlFor={id} className={styles.choose}>
          Choose files
        </label>{' '}
        or drop them here
      </p>
      <p className="muted small">Bank statements and other documents: PDF, pictures, Word and Excel files</p>
      <input
        id={id}
        className={styles.control}
        type="file"
        multiple
        onDragEnter={() => setIsOver(true)}
        onDragLeave={() => setIsOver(false)}
        onDrop={() => setIsOver(false)}
        onChange={event => {
          send([...(event.target.files ?? [])])
          // So that the same file can be chosen again.
          event.target.value = ''
        }}
      />
    </div>
  )
}
