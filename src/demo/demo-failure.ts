/** Why the demo could not finish. The message is shown to the user without a stack trace. */
export class DemoFailure extends Error {
  override readonly name = 'DemoFailure'
}
