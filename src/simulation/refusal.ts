/** What a simulated vendor refuses on purpose; each vendor has its own kind, with what its envelope tells. */
export class Refusal extends Error {
  override readonly name: string = 'Refusal'
  /** The HTTP status of the answer. */
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}
