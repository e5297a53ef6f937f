import type { Spectator } from './analyse-file.ts'
import type { ApiClient } from './api-client.ts'
import { connectBank as operation } from './operations.ts'
import { visitBankPage } from './visit-bank-page.ts'

/** The address of the frontend's pages. No server listens there; the visit ends with the redirect to it. */
const frontend = 'http://127.0.0.1:9/banking'

/**
 * Connects a bank as a customer does. The outcome arrives as events.
 *
 * @throws DemoFailure when the server refuses the request, or the provider's pages do not lead back
 */
export async function connectBank(
  api: ApiClient,
  applicantId: string,
  spectator: Spectator,
  signal: AbortSignal,
): Promise<void> {
  spectator.asks('connectBank')
  const urls = { successUrl: `${frontend}/done`, errorUrl: `${frontend}/failed`, exitUrl: `${frontend}/left` }
  const input = { applicantId, recurring: true, ...urls }
  const { redirectUrl } = await api.ask(operation, { input })
  spectator.asks('the customer visits their bank', 'chooses it, signs in, enters the TAN')
  await visitBankPage(redirectUrl, frontend, signal)
}
