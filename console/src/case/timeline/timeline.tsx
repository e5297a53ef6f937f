import { useState } from 'react'
import { graphql } from '../../__generated__/gql.ts'
import { useLoaded } from '../../loading/use-loaded.ts'
import { LiveTimeline } from './live-timeline.tsx'

const CaseHistory = graphql(`
  query CaseHistory($id: ID!) {
    eventCursor
    case(id: $id) {
      id
      events(first: 200) {
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            id
            ...TimelineEntry
          }
        }
      }
    }
  }
`)

/** The past and new events of a case. */
export function Timeline({ caseId }: { readonly caseId: string }) {
  // The events are loaded again each time the page is opened.
  const { data, refetch } = useLoaded(CaseHistory, { id: caseId }, 'network-only')
  const [attempt, setAttempt] = useState(0)
  if (data.case === null) return null
  const { edges, pageInfo } = data.case.events
  return (
    <LiveTimeline
      key={attempt}
      caseId={caseId}
      past={edges.map(({ node }) => node)}
      after={(pageInfo.hasNextPage && pageInfo.endCursor) || data.eventCursor}
      onLoadAfresh={async () => {
        await refetch()
        setAttempt(count => count + 1)
      }}
    />
  )
}
