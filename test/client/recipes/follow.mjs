import { createClient } from 'graphql-ws'

const { ASSAY_URL = 'ws://127.0.0.1:4000/graphql', API_KEY } = process.env
const client = createClient({ url: ASSAY_URL, connectionParams: { 'x-api-key': API_KEY } })
const query = 'subscription ($id: ID!) { analysisUpdated(id: $id) { version status stage } }'
for await (const { data } of client.iterate({ query, variables: { id: process.argv[2] } })) {
  console.log(data.analysisUpdated)
}
