import type { ExecutionArgs, ExecutionResult } from 'graphql'
import { createSourceEventStream, execute, GraphQLError } from 'graphql'
import { boundAnswer } from '../graphql/limits/answer-size.ts'

/** A context that can be had anew, with nothing of what its loaders have cached. */
export interface RenewableContext<Context> {
  forEvent(source: object): Context
}

export type Deliver = <Result>(work: () => Promise<Result>) => Promise<Result>

/**
 * What graphql-js's `subscribe` does, but each event is resolved with a context made for it: with one context for all,
 * the second event would be answered from what the loaders read for the first.
 *
 * @param deliver runs what an event has to be answered with, when its turn has come
 */
export async function subscribeAfresh<Context extends RenewableContext<Context>>(
  args: ExecutionArgs,
  context: Context,
  deliver: Deliver = work => work(),
): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult> {
  const source = await createSourceEventStream({ ...args, contextValue: context }).catch(toFailure)
  if (!(Symbol.asyncIterator in source)) return source
  const events = source[Symbol.asyncIterator]()
  let ended = false

  async function resolve({ done, value }: IteratorResult<unknown>): Promise<IteratorResult<ExecutionResult>> {
    if (done) return { done: true, value: undefined }
    try {
      const source = typeof value === 'object' && value !== null ? value : {}
      const contextValue = context.forEvent(source)
      // Many events may wait for their turn when the subscription ends.
      const result = await deliver(async () =>
        ended ? null : boundAnswer(await execute({ ...args, rootValue: value, contextValue }), contextValue),
      )
      return result === null ? { done: true, value: undefined } : { done: false, value: result }
    } catch (error) {
      await events.return?.()
      throw error
    }
  }

  // Not an async generator: its `return` would wait until the event that is being waited for has come.
  const results: AsyncIterableIterator<ExecutionResult> = {
    next: async () => resolve(await events.next()),
    async return() {
      ended = true
      await events.return?.()
      return { done: true, value: undefined }
    },
    [Symbol.asyncIterator]: () => results,
  }
  return results
}

/** What graphql-js throws instead of answering it would end the whole socket, with every other subscription on it. */
function toFailure(error: unknown): ExecutionResult {
  const originalError = error instanceof Error ? error : new Error(String(error))
  return { errors: [new GraphQLError(originalError.message, { originalError })] }
}
