import { randomUUID } from 'node:crypto'

/** A customer of the vendor. Folders belong to one. */
export interface Account {
  readonly apiKey: string
  /** false: the key does not cover Case Analysis, which is 403. */
  readonly coversCases: boolean
}

/** The account the variables of `start()` belong to. Its key opens nothing but a simulator on loopback. */
export const defaultAccount: Account = { apiKey: 'fnvx_sim_a1b2c3d4e5f6g7h8', coversCases: true }

/** Another account, with a key of its own. */
export function createAccount(own: Partial<Account> = {}): Account {
  return { ...defaultAccount, apiKey: `fnvx_sim_${randomUUID()}`, ...own }
}
