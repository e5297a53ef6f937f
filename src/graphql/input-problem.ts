import type { InputProblem } from '../__generated__/resolvers.ts'
import type { AppError, ErrorCode } from '../errors.ts'
import type { RequestContext } from '../domain/request-context.ts'
import { type GraphQLContext, toRequestContext } from './context.ts'
import { classifyError } from './format-error.ts'

/** Errors that the caller can correct. They are returned in `userErrors`, and so is every error about a document. */
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
 * Carries out a command. An error that the caller can correct is answered in `userErrors`, with a null result; any other error is
 * thrown. Loaders are emptied afterwards, so that the answer shows the state after the command.
 */
export async function carryOut<Result>(
  context: GraphQLContext,
  command: (request: RequestContext) => Promise<Result>,
): Promise<Outcome<Result>> {
  try {
    return { result: await command(toRequestContext(context)), userErrors: [] }
  } catch (thrown) {
    const error = classifyError(thrown)
    if (!isOfCallersMaking(error.code)) throw error
    return { result: null, userErrors: toInputProblems(error) }
  } finally {
    context.loaders.forget()
  }
}

/** The same for a command that returns the id of an object. The result is the object. */
export async function carryOutOn<Item>(
  context: GraphQLContext,
  objects: { load(id: string): Promise<Item | null> },
  command: (request: RequestContext) => Promise<string>,
): Promise<Outcome<Item>> {
  const { result, userErrors } = await carryOut(context, command)
  return { result: result === null ? null : await objects.load(result), userErrors }
}

function isOfCallersMaking(code: ErrorCode): boolean {
  return callersMaking.has(code) || code.startsWith('DOCUMENT_')
}

function toInputProblems({ code, faults }: AppError): InputProblem[] {
  return faults.map(({ message, field }) => ({ code, message, field }))
}
