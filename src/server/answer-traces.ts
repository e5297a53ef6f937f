import type { ApolloServerPlugin, BaseContext, GraphQLRequestExecutionListener } from '@apollo/server'
import { ApolloServerPluginInlineTrace } from '@apollo/server/plugin/inlineTrace'
import { defaultFieldResolver, type GraphQLError, type GraphQLSchema } from 'graphql'
import { objectFieldsOf } from '../graphql/object-fields.ts'
import { createJitExecutor, type ExecuteOperation } from './jit-executor.ts'

export interface Traces<Context extends BaseContext> {
  /** Must come before the plugin that executes operations. */
  readonly plugin: ApolloServerPlugin<Context>
  /** The executor for the operation of this context; null when its request did not ask for a trace. */
  executorFor(contextValue: object): ExecuteOperation | null
}

/** A trace that is being recorded. */
interface Trace {
  readonly willResolveField: GraphQLRequestExecutionListener<BaseContext>['willResolveField']
  fields: number
  errors: readonly GraphQLError[]
}

/** Further fields are executed but not recorded: each recorded field takes about 400 bytes of memory. */
const maxFields = 20_000

/**
 * Answers FTV1 traces (how long each field took) to routers that ask for one with the header
 * `apollo-federation-include-trace: ftv1`. Traced operations are executed by graphql-js with a schema of their own, so
 * that all others stay fast. Error texts are masked.
 *
 * @param createSchema creates the schema for traced operations, at the first request for a trace
 */
export function createTraces<Context extends BaseContext & object>(createSchema: () => GraphQLSchema): Traces<Context> {
  const apollo = ApolloServerPluginInlineTrace()
  const traces = new WeakMap<object, Trace>()
  let execute: ExecuteOperation | null = null

  return {
    plugin: {
      serverWillStart: service => Promise.resolve(apollo.serverWillStart?.(service)).then(() => {}),
      async requestDidStart(request) {
        if (request.request.http?.headers.get('apollo-federation-include-trace') !== 'ftv1') return
        const listener = await apollo.requestDidStart?.(request)
        return {
          async didEncounterErrors(context) {
            await listener?.didEncounterErrors?.(context)
          },
          async responseForOperation(context) {
            const { source = '', queryHash = '' } = context
            const { willResolveField } = (await listener?.executionDidStart?.({ ...context, source, queryHash })) ?? {}
            traces.set(context.contextValue, { willResolveField, fields: 0, errors: [] })
            return null
          },
          async willSendResponse(context) {
            const errors = traces.get(context.contextValue)?.errors ?? []
            const { source = '', queryHash = '' } = context
            if (errors.length > 0) await listener?.didEncounterErrors?.({ ...context, source, queryHash, errors })
            await listener?.willSendResponse?.(context)
          },
        }
      },
    },
    executorFor(contextValue) {
      const trace = traces.get(contextValue)
      if (!trace) return null
      // Only graphql-js calls the resolver of every field, so nothing is compiled.
      execute ??= createJitExecutor(observeFields(createSchema(), traces), { compile: () => null })
      const interpret = execute
      return async operation => {
        const result = await interpret(operation)
        trace.errors = result.errors ?? []
        return result
      }
    },
  }
}

/** Wraps the resolver of every field, so that the trace records its beginning and end. */
function observeFields(schema: GraphQLSchema, traces: WeakMap<object, Trace>): GraphQLSchema {
  for (const { field } of objectFieldsOf(schema)) {
    const { resolve = defaultFieldResolver } = field
    field.resolve = (source, args, contextValue, info) => {
      const trace = traces.get(contextValue)
      if (!trace || trace.fields >= maxFields) return resolve(source, args, contextValue, info)
      trace.fields += 1
      const end = trace.willResolveField?.({ source, args, contextValue, info })
      const value: unknown = resolve(source, args, contextValue, info)
      const done = () => end?.(null)
      if (value instanceof Promise) value.then(done, done)
      else done()
      return value
    }
  }
  return schema
}
