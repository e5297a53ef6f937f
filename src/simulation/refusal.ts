/** A refusal by a simulated vendor. Each vendor has a subclass with the content of its envelope. */
export class Refusal extends Error {
  override readonly name: string = 'Refusal'
  /** The HTTP status of the answer. */
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}
