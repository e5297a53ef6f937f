/** A picture of a company or a bank, at an address that anybody may open. */
export interface Logo {
  readonly url: string
  /** null when the vendor does not say. */
  readonly mediaType: string | null
}

/** A bank as a vendor lists it. */
export interface Bank {
  /** The vendor's own short name, by which it wants the bank to be named. */
  readonly name: string
  readonly fullName: string | null
  readonly bic: string | null
  /** The national code of the bank, such as a Bankleitzahl. */
  readonly bankCode: string | null
  readonly logo: Logo | null
}
