import { randomUUID } from 'node:crypto'

/** A customer of the vendor, with what its dashboard would hold. Statements belong to one. */
export interface Organisation {
  readonly id: string
  readonly consumerKey: string
  readonly consumerSecret: string
  readonly email: string
  readonly password: string
  readonly webhookSecret: string
  /** null sends none. */
  readonly webhookUrl: string | null
  /** Uploads allowed in a calendar month (UTC). The page's sample plan has 50; a demo should not run out. */
  readonly monthlyUploads: number
  /** `read` may neither upload nor ask for consent: 403. */
  readonly permissions: 'full' | 'read'
}

/** The organisation the variables of `start()` belong to. Its credentials open nothing but a simulator on loopback. */
export const defaultOrganisation: Organisation = {
  id: '5f0c7a52-93d1-4a3e-8a55-0b6a7f4c2d10',
  consumerKey: 'flvx_sim_a1b2c3d4e5f6',
  consumerSecret: 'sk_sim_x9y8z7w6v5u4',
  email: 'developer@simulator.example',
  password: 'simulated-password',
  webhookSecret: 'whsec_sim_m3n4p5q6r7s8',
  webhookUrl: null,
  monthlyUploads: 100_000,
  permissions: 'full',
}

/** Another organisation, with credentials of its own. */
export function createOrganisation(own: Partial<Organisation> = {}): Organisation {
  const id = own.id ?? randomUUID()
  return {
    ...defaultOrganisation,
    id,
    consumerKey: `flvx_sim_${id}`,
    consumerSecret: `sk_sim_${randomUUID()}`,
    email: `${id}@simulator.example`,
    webhookSecret: `whsec_sim_${randomUUID()}`,
    ...own,
  }
}
