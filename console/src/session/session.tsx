import { ApolloProvider } from '@apollo/client/react'
import { createContext, type ReactNode, use, useState, useSyncExternalStore } from 'react'
import { type Connection, type ConnectionState, connect } from './connection.ts'
import { readCredential, watchCredential } from './credential.ts'

const ConnectionContext = createContext<Connection | null>(null)

/** Connects the children to the API. Another credential gets a new connection and an empty cache. */
export function Session({ children }: { readonly children: ReactNode }) {
  const credential = useSyncExternalStore(watchCredential, readCredential)
  return (
    <Connected key={credential} credential={credential}>
      {children}
    </Connected>
  )
}

function Connected({ credential, children }: { readonly credential: string | null; readonly children: ReactNode }) {
  const [connection] = useState(() => connect(credential))
  return (
    <ConnectionContext value={connection}>
      <ApolloProvider client={connection.apollo}>{children}</ApolloProvider>
    </ConnectionContext>
  )
}

/** The state of this session's subscriptions. */
export function useConnectionState(): ConnectionState {
  const connection = use(ConnectionContext)
  if (connection === null) throw new Error('useConnectionState must be used within a Session.')
  return useSyncExternalStore(connection.watchState, connection.readState)
}
