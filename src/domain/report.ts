/** A file that a provider has made of its result and keeps; fetched whenever somebody wants to see it. */
export interface Report {
  /** The vendor's id of it. */
  readonly reference: string
  /** A name for the file, ours: the vendor's might name the applicant. */
  readonly name: string
  readonly mediaType: string
  /** As the vendor says; null when it does not. */
  readonly createdAt: Date | null
}
