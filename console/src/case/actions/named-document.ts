/** A document of a required action. */
export interface NamedDocument {
  readonly id: string
  readonly fileName: string
}
