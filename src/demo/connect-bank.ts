import type { Spectator } from './analyse-file.ts'
import type { ApiClient } from './api-client.ts'
import { given } from './given.ts'
import { connectBank as operation } from './operations.ts'
import { visitBankPage } from './visit-bank-page.ts'

/** Where the frontend's own pages would be. Nobody listens there: the visit ends when it is sent there. */
const frontend = 'http://127.0.0.1:9/banking'

/**
 * Has the customer connect their bank. What comes of it, events tell.
 *
 * @throws DemoFailure when the server does not take what it is given, or the pages of the provider do not lead back
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
  const asked = (await api.ask(operation, { input })).connectBank
  const page = given(asked.redirectUrl, asked.userErrors)
  spectator.asks('the customer visits their bank', 'chooses it, signs in, enters the TAN')
  await visitBankPage(page, frontend, signal)
}
