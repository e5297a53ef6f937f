/** The logo of a company or a bank, at a public address. */
export interface Logo {
  readonly url: string
  /** Null when the vendor does not say. */
  readonly mediaType: string | null
}

/** A bank as a vendor lists it. */
export interface Bank {
  /** The vendor's short name, which requests to the vendor use. */
  readonly name: string
  readonly fullName: string | null
  readonly bic: string | null
  /** The national code of the bank, such as a Bankleitzahl. */
  readonly bankCode: string | null
  readonly logo: Logo | null
}
