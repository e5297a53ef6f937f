import { graphql } from '../../__generated__/gql.ts'
import { AddressField } from '../../layout/address-field.tsx'
import { LazyDetails } from '../../layout/lazy-details.tsx'
import { useLoaded } from '../../loading/use-loaded.ts'

const ShareLinkQuery = graphql(`
  query ShareLink($analysisId: ID!) {
    analysis(id: $analysisId) {
      id
      shareUrl
    }
  }
`)

interface ShareLinkProps {
  readonly analysisId: string
}

/** The address of the provider's page with the result. It is a secret, so it is loaded only on request. */
export function ShareLink({ analysisId }: ShareLinkProps) {
  return (
    <LazyDetails summary="Page with its result">
      <ShareLinkAddress analysisId={analysisId} />
    </LazyDetails>
  )
}

function ShareLinkAddress({ analysisId }: ShareLinkProps) {
  const url = useLoaded(ShareLinkQuery, { analysisId }).data.analysis?.shareUrl ?? null
  if (url === null)
    return <p className="muted small">None was asked for, or your key does not allow you to see its address.</p>
  return (
    <AddressField label="Address of the page with the result" hint="Anyone who has it can see the result." url={url} />
  )
}
