/** Why the demo could not come to its end, in words for whoever started it; shown without a stack. */
export class DemoFailure extends Error {
  override readonly name = 'DemoFailure'
}
