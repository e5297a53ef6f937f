import { type FragmentType, readFragment } from '../../__generated__/fragment-masking.ts'
import { graphql } from '../../__generated__/gql.ts'
import { formatBytes } from '../../format/bytes.ts'
import { formatMoment } from '../../format/dates.ts'
import { toWords } from '../../format/words.ts'
import { Badge } from '../../layout/badge.tsx'
import { Icon } from '../../layout/icon.tsx'
import styles from './document-list.module.css'

const DocumentRowFragment = graphql(`
  fragment DocumentRow on CaseDocument {
    id
    fileName
    kind
    byteSize
    status
    createdAt
    rejection {
      message
    }
  }
`)

/** One document of a case with its status. */
export function DocumentRow({ of }: { readonly of: FragmentType<typeof DocumentRowFragment> }) {
  const { fileName, kind, byteSize, status, createdAt, rejection } = readFragment(DocumentRowFragment, of)
  const facts = [toWords(kind), byteSize !== null && formatBytes(byteSize), formatMoment(createdAt)]
  return (
    <li className={styles.item}>
      <Icon name="file" />
      <div>
        <p className={styles.name}>{fileName}</p>
        <p className="muted small">{facts.filter(Boolean).join(' · ')}</p>
        {rejection && <p className="small">{rejection.message}</p>}
      </div>
      <Badge word={status} />
    </li>
  )
}
