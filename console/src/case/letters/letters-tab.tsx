import { graphql } from '../../__generated__/gql.ts'
import { LoadMore } from '../../layout/load-more.tsx'
import { Panel } from '../../layout/panel.tsx'
import { LiveUpdates } from '../../live/live-updates.tsx'
import { useLoaded } from '../../loading/use-loaded.ts'
import { SendShipment } from './send-shipment.tsx'
import { ShipmentCard } from './shipment-card.tsx'

const CaseLetters = graphql(`
  query CaseLetters($id: ID!, $after: String) {
    eventCursor
    case(id: $id) {
      id
      ...SendShipment
      applicant {
        id
        shipments(first: 20, after: $after) {
          totalCount
          pageInfo {
            hasNextPage
            endCursor
          }
          edges {
            node {
              id
              ...ShipmentCard
            }
          }
        }
      }
    }
  }
`)

// They belong to the applicant, not to a case.
const changesOfShipments = [
  'SHIPMENT_QUEUED',
  'SHIPMENT_SENT',
  'SHIPMENT_DELIVERED',
  'SHIPMENT_FAILED',
  'SHIPMENT_UNCONFIRMED',
] as const

/** The letters and faxes that were sent about the applicant, and the way to send more. */
export function LettersTab({ caseId }: { readonly caseId: string }) {
  const { data, fetchMore } = useLoaded(CaseLetters, { id: caseId })
  if (data.case === null) return null
  const { id, shipments } = data.case.applicant
  return (
    <Panel title="Letters and faxes">
      <LiveUpdates filter={{ applicantId: id, types: changesOfShipments }} after={data.eventCursor} />
      {shipments === null ? (
        <p>The letters and faxes cannot be told: your key does not allow it, or it does not work at the moment.</p>
      ) : (
        <div className="stack">
          <SendShipment of={data.case} />
          {shipments.edges.length === 0 ? (
            <p className="muted">Nothing was sent yet.</p>
          ) : (
            <>
              <ul className="stack" data-gap="small" aria-label="Letters and faxes">
                {shipments.edges.map(({ node }) => (
                  <ShipmentCard key={node.id} of={node} />
                ))}
              </ul>
              <LoadMore
                shown={shipments.edges.length}
                total={shipments.totalCount}
                noun="in all"
                hasMore={shipments.pageInfo.hasNextPage}
                load={() => fetchMore({ variables: { after: shipments.pageInfo.endCursor } })}
              />
            </>
          )}
        </div>
      )}
    </Panel>
  )
}
