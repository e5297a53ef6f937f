import type { InputProblem } from '../__generated__/resolvers.ts'
import type { AppError, ErrorCode } from '../errors.ts'
import { classifyError } from './classify-error.ts'
import type { GraphQLContext } from './context.ts'

/** What the caller can put right, and is therefore told as data. Everything about documents is, too. */
const callersMaking: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'BAD_USER_INPUT',
  'NOT_FOUND',
  'CONFLICT',
  'INVALID_STATE',
  'IDEMPOTENCY_CONFLICT',
  'REDIRECT_NOT_ALLOWED',
  'PROVIDER_NOT_CONFIGURED',
  'CAPABILITY_UNSUPPORTED',
])

export interface Outcome<Result> {
  readonly result: Result | null
  readonly userErrors: readonly InputProblem[]
}

/**
 * Carries out a command. What the caller did wrong becomes `userErrors` beside no result; anything else is thrown. What
 * was read before is forgotten, so that the answer shows what the command did.
 */
export async function carryOut<Result>(
  context: GraphQLContext,
  command: () => Promise<Result>,
): Promise<Outcome<Result>> {
  try {
    return { result: await command(), userErrors: [] }
  } catch (thrown) {
    const error = classifyError(thrown)
    if (!isOfCallersMaking(error.code)) throw error
    return { result: null, userErrors: [toInputProblem(error)] }
  } finally {
    context.loaders.forget()
  }
}

function isOfCallersMaking(code: ErrorCode): boolean {
  return callersMaking.has(code) || code.startsWith('DOCUMENT_')
}

function toInputProblem({ code, message, field }: AppError): InputProblem {
  return { code, message, field }
}
