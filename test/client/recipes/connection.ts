import { createSocketClient, createSseClient, type SubscriptionClient } from 'assay/client'

export interface Page {
  getToken(): string | Promise<string>
  /** Shows the state of the connection. */
  showConnection(state: 'CONNECTING' | 'CONNECTED' | 'WAITING'): void
}

/** @param url such as `https://assay.example.com/graphql` */
export function connect(url: string, { getToken, showConnection }: Page, blocksSockets: boolean): SubscriptionClient {
  // Called for each connection, so that an expired token is replaced.
  const headers = async () => ({ authorization: `Bearer ${await getToken()}` })
  const options = { url, headers, onState: showConnection }
  return blocksSockets ? createSseClient(options) : createSocketClient(options)
}
