import type { Logger } from 'pino'
import type { SecretBox } from '../auth/secret-box.ts'
import type { Signer } from '../auth/signer.ts'
import type { ChangingDatabase } from '../events/change.ts'
import type { RedirectPolicy } from '../auth/redirect-policy.ts'
import type { ProviderRegistry } from '../providers/registry.ts'
import type { ReadingWatch } from './reading-watch.ts'

/** What commands about bank logins need. */
export interface BankLoginDeps {
  readonly database: ChangingDatabase
  readonly providers: Pick<ProviderRegistry, 'client' | 'order' | 'accountKey'>
  readonly secretBox: SecretBox
  readonly redirects: RedirectPolicy
  /** Of the purpose `bank-return`; the same as that of whoever receives the browsers. */
  readonly returnSigner: Signer
  readonly publicUrl: string
  readonly readings: ReadingWatch
  /** Whether nobody shows credentials, and everything runs on one machine. */
  readonly anonymous: boolean
  readonly logger: Logger
}

/** So long after it was asked for, what was cut off between the vendor and us is found by a reading, in milliseconds. */
export const cutOffMs = 60_000
/** No request waits longer for a call to a vendor. */
export const longestCallMs = 30_000
