import { ApolloProvider } from '@apollo/client/react'
import { createRequest, createSocketClient, createSseClient } from 'assay/client'
import { StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { createApollo } from '../../recipes/apollo.ts'
import { CaseTimeline } from '../../recipes/case-timeline.tsx'
import { Transactions } from '../../recipes/transactions.tsx'
import { UploadButton } from '../../recipes/upload-button.tsx'
import { burst } from './burst.ts'
import { Replay } from './replay.tsx'

const element = document.getElementById('root')
const root = element && createRoot(element)

/** Shows what the part of the address after `#` says: `key=…&show=replay&after=…`. */
function show(): void {
  const given = Object.fromEntries(new URLSearchParams(location.hash.slice(1)))
  const { api = '', key = '', show = '', after = '', caseId = '', applicantId = '' } = given
  const options = { url: `${api}/graphql`, headers: { 'x-api-key': key }, wait: async () => {} }
  const subscriptions = createSocketClient(options)
  const views: Readonly<Record<string, React.ReactNode>> = {
    replay: Object.entries({ sockets: subscriptions, streams: createSseClient(options), burst }).map(
      ([over, client]) => (
        <ApolloProvider key={over} client={createApollo(options, client)}>
          <Replay over={over} subscriptions={client} after={after} />
        </ApolloProvider>
      ),
    ),
    timeline: <CaseTimeline id={caseId} subscriptions={subscriptions} />,
    transactions: <Transactions applicantId={applicantId} />,
    upload: <UploadButton request={createRequest(options)} caseId={caseId} />,
  }
  root?.render(
    <StrictMode key={location.hash}>
      <ApolloProvider client={createApollo(options, subscriptions)}>
        <Suspense fallback="Loading">{views[show]}</Suspense>
      </ApolloProvider>
    </StrictMode>,
  )
}

addEventListener('hashchange', show)
show()
