import { DemoFailure } from './demo-failure.ts'

interface InputProblem {
  readonly code: string
  readonly message: string
  readonly field: readonly string[] | null
}

/** What a mutation answers. @throws DemoFailure with what is said to be wrong when it answers nothing */
export function given<Item>(item: Item | null, userErrors: readonly InputProblem[]): Item {
  if (item !== null) return item
  const said = userErrors.map(
    ({ code, message, field }) => `${message} (${field ? `${code} at ${field.join('.')}` : code})`,
  )
  throw new DemoFailure(`The server refuses: ${said.join(' ')}`)
}
