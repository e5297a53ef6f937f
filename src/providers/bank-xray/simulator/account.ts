import { randomUUID } from 'node:crypto'

/** What a user of the vendor's may be allowed. The second is documented, the first stands for all the rest. */
export type Permission = 'write_requests' | 'read_bank_xray_report'

/** A user of the vendor's, with what the web app shows of it. Requests belong to one. */
export interface SimulatedAccount {
  readonly userId: string
  readonly sessionToken: string
  readonly permissions: readonly Permission[]
  readonly webhookKey: string
  /** null sends none. */
  readonly webhookUrl: string | null
}

/** The one whose variables `start()` answers. Its credentials open nothing but a simulator on loopback. */
export const defaultAccount: SimulatedAccount = {
  userId: '65f1c0ffee0000000000acc0',
  sessionToken: 'sim-session-q7w8e9r0t1y2',
  permissions: ['write_requests', 'read_bank_xray_report'],
  webhookKey: 'sim-webhook-key-z1x2c3v4b5n6',
  webhookUrl: null,
}

/** Another user, with credentials of its own. */
export function createAccount(own: Partial<SimulatedAccount> = {}): SimulatedAccount {
  const id = randomUUID()
  return {
    ...defaultAccount,
    userId: id.replaceAll('-', '').slice(0, 24),
    sessionToken: `sim-session-${id}`,
    webhookKey: `sim-webhook-key-${id}`,
    ...own,
  }
}
