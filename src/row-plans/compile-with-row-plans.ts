import type { GraphQLSchema } from 'graphql'
import { z } from 'zod'
import { isScope } from '../auth/caller.ts'
import { holdsOne } from '../graphql/field-facts.ts'
import {
  type CompiledOperation,
  type CompileOperation,
  compileInlined,
  compileOperation,
  inlineOperation,
} from '../server/jit-executor.ts'
import { planOperation } from './plan-operation.ts'
import { createPlannedSchema } from './planned-schema.ts'

const contextSchema = z.object({ caller: z.object({ scopes: z.set(z.string().refine(isScope)) }) })

/**
 * Compiles operations so that large lists are written directly from the rows as the database sent them, without
 * JavaScript values. The answer is the same. Operations that cannot be planned, or for which the caller lacks scopes,
 * are compiled the ordinary way.
 *
 * Used only by `createJitExecutor`.
 */
export function createRowPlanCompiler(original: GraphQLSchema): CompileOperation {
  const planned = createPlannedSchema(original)

  return (schema, operation) => {
    const inlined = inlineOperation(operation)
    if (!inlined) return null
    const plan = planOperation(schema, inlined.document, operation.operationName)
    const fast = plan && compileInlined(planned.schema, operation, { ...inlined, document: plan.document })
    if (!plan || !fast) return compileInlined(schema, operation, inlined)
    planned.add(plan.plans)
    if (plan.scopes.length === 0) return fast
    let ordinary: CompiledOperation | null = null
    return {
      bytes: fast.bytes * 2,
      query: {
        query(root, context, variables) {
          const { caller } = contextSchema.parse(context)
          if (plan.scopes.every(alternatives => holdsOne(alternatives, caller.scopes)))
            return fast.query.query(root, context, variables)
          ordinary ??= compileOperation(schema, operation)
          if (!ordinary) throw new Error('The planned operation was compiled, but the ordinary one was not.')
          return ordinary.query.query(root, context, variables)
        },
      },
    }
  }
}
