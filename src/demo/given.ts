import { DemoFailure } from './demo-failure.ts'

interface InputProblem {
  readonly code: string
  readonly message: string
  readonly field: readonly string[] | null
}

/** The result of a mutation. @throws DemoFailure with its user errors when there is no result */
export function given<Item>(item: Item | null, userErrors: readonly InputProblem[]): Item {
  if (item !== null) return item
  const said = userErrors.map(
    ({ code, message, field }) => `${message} (${field ? `${code} at ${field.join('.')}` : code})`,
  )
  throw new DemoFailure(`The server refuses: ${said.join(' ')}`)
}
