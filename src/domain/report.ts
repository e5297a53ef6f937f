/** A file that a provider keeps with its result. It is fetched when a caller asks for it. */
export interface Report {
  /** The vendor's id of the file. */
  readonly reference: string
  /** A name of ours for the file, because the vendor's might contain the applicant's name. */
  readonly name: string
  readonly mediaType: string
  /** Null when the vendor does not say. */
  readonly createdAt: Date | null
}
