import { AsyncLocalStorage } from 'node:async_hooks'
import { hash } from 'node:crypto'
import type { ExecutionArgs, ExecutionResult } from 'graphql'
import { createSourceEventStream, execute, GraphQLError, print } from 'graphql'
import { boundAnswer } from '../graphql/limits/answer-size.ts'
import { createTurnCache } from '../graphql/turn-cache.ts'

/** A context that can create a new one with empty loaders. */
export interface RenewableContext<Context> {
  forEvent(source: object): Context
  /** The id of an event in an event stream, after which a client can resume; null when the source has none. */
  eventIdOf(source: unknown): string | null
  /** Equal for contexts whose callers get equal answers to equal queries. */
  audience(): string
}

const answersOfTurn = createTurnCache<() => Promise<ExecutionResult>>()

/** Runs the resolution of an event when its turn has come. */
export type Deliver = <Result>(work: () => Promise<Result>) => Promise<Result>

/** Called for each event with its answer and its source value. */
export type NoteEvent = (result: ExecutionResult, source: unknown) => void

export interface SubscribeOptions {
  readonly deliver?: Deliver
  readonly note?: NoteEvent
  /** Called once: when the subscription ends, whichever side ends it, or cannot begin. */
  readonly onEnd?: () => void
}

/**
 * Like `subscribe` of graphql-js, but each event is resolved with a new context: with one context for all, the second
 * event would be answered from the rows that the loaders read for the first. Equal subscriptions of equal callers share the answer.
 * All events are resolved in the asynchronous context of this call, and so with its correlation id.
 */
export async function subscribeAfresh<Context extends RenewableContext<Context>>(
  args: ExecutionArgs,
  context: Context,
  { deliver = work => work(), note = () => {}, onEnd = () => {} }: SubscribeOptions = {},
): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult> {
  const inThisContext = AsyncLocalStorage.snapshot()
  const source = await createSourceEventStream({ ...args, contextValue: context }).catch(toFailure)
  if (!(Symbol.asyncIterator in source)) {
    onEnd()
    return source
  }
  const events = source[Symbol.asyncIterator]()
  const key = toAnswerKey(args, context)
  let ended = false

  /** Resolves an event when its first subscription has its turn. */
  function answerOnce(source: object, rootValue: unknown): () => Promise<ExecutionResult> {
    const contextValue = context.forEvent(source)
    let answer: Promise<ExecutionResult> | null = null
    const resolve = async () => boundAnswer(await execute({ ...args, rootValue, contextValue }), contextValue)
    return () => {
      answer ??= resolve()
      return answer
    }
  }

  async function next(): Promise<IteratorResult<ExecutionResult>> {
    const { done, value } = await events.next()
    if (done) return end()
    const source = typeof value === 'object' && value !== null ? value : {}
    const answer = answersOfTurn(source, key, () => answerOnce(source, value))
    // The subscription may have ended while the event waited for its turn.
    const result = await deliver(async () => (ended ? null : answer()))
    if (result === null) return end()
    note(result, value)
    return { done: false, value: result }
  }

  async function end(): Promise<IteratorResult<ExecutionResult>> {
    if (!ended) onEnd()
    ended = true
    await events.return?.()
    return { done: true, value: undefined }
  }

  // Not an async generator, because its `return` would wait for the next event.
  const results: AsyncIterableIterator<ExecutionResult> = {
    next: () =>
      inThisContext(next).catch(async error => {
        await end()
        throw error
      }),
    return: end,
    [Symbol.asyncIterator]: () => results,
  }
  return results
}

/** An exception of graphql-js as a result: thrown, it would end the whole socket with all its subscriptions. */
function toFailure(error: unknown): ExecutionResult {
  const originalError = error instanceof Error ? error : new Error(String(error))
  return { errors: [new GraphQLError(originalError.message, { originalError })] }
}

/** Equal for subscriptions of equal text, name and variables by callers who get equal answers. */
function toAnswerKey(
  { document, operationName, variableValues }: ExecutionArgs,
  context: Pick<RenewableContext<unknown>, 'audience'>,
): string {
  const parts = [document.loc?.source.body ?? print(document), operationName, variableValues, context.audience()]
  return hash('sha256', JSON.stringify(parts), 'base64url')
}
