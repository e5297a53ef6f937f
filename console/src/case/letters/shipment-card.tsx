import { type FragmentType, readFragment } from '../../__generated__/fragment-masking.ts'
import { graphql } from '../../__generated__/gql.ts'
import { toWords } from '../../format/words.ts'
import { Badge } from '../../layout/badge.tsx'
import { Moment } from '../../layout/moment.tsx'
import { Notice } from '../../layout/notice.tsx'

const ShipmentCardFragment = graphql(`
  fragment ShipmentCard on Shipment {
    id
    channel
    recipient
    subject
    status
    createdAt
    updatedAt
    provider {
      id
      name
    }
    document {
      id
      fileName
    }
    error {
      code
      userMessage
    }
  }
`)

/** One letter or fax: what is sent to whom, and where it stands. */
export function ShipmentCard({ of }: { readonly of: FragmentType<typeof ShipmentCardFragment> }) {
  const { channel, recipient, subject, status, createdAt, updatedAt, provider, document, error } = readFragment(
    ShipmentCardFragment,
    of,
  )
  return (
    <li className="tile">
      <div className="row" data-justify="between">
        <h3>
          {toWords(channel)} to {recipient} <span className="muted">by {provider.name}</span>
        </h3>
        <Badge word={status} />
      </div>
      <p>
        {subject}
        {document && <span className="muted"> · {document.fileName}</span>}
      </p>
      <p className="muted small">
        Asked for <Moment at={createdAt} /> · {toWords(status).toLowerCase()} since <Moment at={updatedAt} />
      </p>
      {error && (
        <Notice tone={status === 'FAILED' ? 'bad' : 'caution'} title={error.userMessage}>
          <p className="muted small">
            <code>{error.code}</code>
          </p>
        </Notice>
      )}
    </li>
  )
}
