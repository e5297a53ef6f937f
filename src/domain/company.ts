import type { Logo } from './bank.ts'

/** A company as a provider's directory lists it. */
export interface Company {
  readonly name: string
  /** In one line; null when the directory does not say. */
  readonly address: string | null
  readonly creditorIds: readonly string[]
  /** IBANs of its accounts. */
  readonly ibans: readonly string[]
  readonly logo: Logo | null
}

/** The search terms for a logo. At least one member is not null. */
export interface LogoQuery {
  readonly name: string | null
  readonly creditorId: string | null
  readonly iban: string | null
}
