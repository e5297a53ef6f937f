import type { Logger } from 'pino'
import type { SecretBox } from '../auth/secret-box.ts'
import type { Signer } from '../auth/signer.ts'
import type { ChangingDatabase } from '../events/change.ts'
import type { RedirectPolicy } from '../auth/redirect-policy.ts'
import type { ProviderRegistry } from '../providers/registry.ts'
import type { ReadingWatch } from './reading-watch.ts'

/** Dependencies of the commands for bank logins. */
export interface BankLoginDeps {
  readonly database: ChangingDatabase
  readonly providers: Pick<ProviderRegistry, 'client' | 'order' | 'accountKey'>
  readonly secretBox: SecretBox
  readonly redirects: RedirectPolicy
  /** Signer of the purpose `bank-return`. `createReceiveReturn` verifies its tokens. */
  readonly returnSigner: Signer
  readonly publicUrl: string
  readonly readings: ReadingWatch
  /** Whether there are no credentials and everything runs on one machine. */
  readonly anonymous: boolean
  readonly logger: Logger
}

/** The longest time that a request waits for a call to a vendor. */
export const longestCallMs = 30_000
