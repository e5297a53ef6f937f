import { ApolloProvider } from '@apollo/client/react'
import { createRequest, createSocketClient, createSseClient, type SubscriptionClient } from 'assay/client'
import { StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { createApollo } from '../../recipes/apollo.ts'
import { CaseTimeline } from '../../recipes/case-timeline.tsx'
import { Transactions } from '../../recipes/transactions.tsx'
import { UploadButton } from '../../recipes/upload-button.tsx'
import { burst } from './burst.ts'
import { Replay } from './replay.tsx'

/** The address says what to show: `?key=…&show=replay&over=sockets&after=…`. */
const given = Object.fromEntries(new URLSearchParams(location.search))
const { api = '', key = '', show = '', over = '', after = '', caseId = '', applicantId = '' } = given
const options = { url: `${api}/graphql`, headers: { 'x-api-key': key }, wait: async () => {} }
const connect: Readonly<Record<string, () => SubscriptionClient>> = {
  streams: () => createSseClient(options),
  burst: () => burst,
}
const subscriptions = connect[over]?.() ?? createSocketClient(options)

const views: Readonly<Record<string, React.ReactNode>> = {
  replay: <Replay subscriptions={subscriptions} after={after} />,
  timeline: <CaseTimeline id={caseId} subscriptions={subscriptions} />,
  transactions: <Transactions applicantId={applicantId} />,
  upload: <UploadButton request={createRequest(options)} caseId={caseId} />,
}

const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <StrictMode>
      <ApolloProvider client={createApollo(options, subscriptions)}>
        <Suspense fallback="Loading">{views[show]}</Suspense>
      </ApolloProvider>
    </StrictMode>,
  )
