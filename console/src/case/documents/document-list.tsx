import { type FragmentType, readFragment } from '../../__generated__/fragment-masking.ts'
import { graphql } from '../../__generated__/gql.ts'
import styles from './document-list.module.css'
import { DocumentRow } from './document-row.tsx'
import { DropZone } from './drop-zone.tsx'
import { UploadRows } from './upload-rows.tsx'

const DocumentListFragment = graphql(`
  fragment DocumentList on Case {
    documents {
      id
      ...DocumentRow
    }
  }
`)

/** The documents of a case, the running uploads, and the drop zone. */
export function DocumentList({ of }: { readonly of: FragmentType<typeof DocumentListFragment> }) {
  const { documents } = readFragment(DocumentListFragment, of)
  return (
    <div className="stack">
      <DropZone />
      <UploadRows />
      {documents.length > 0 && (
        <ul className={styles.list} aria-label="Documents">
          {documents.map(document => (
            <DocumentRow key={document.id} of={document} />
          ))}
        </ul>
      )}
    </div>
  )
}
