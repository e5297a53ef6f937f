import type { DocumentNode, ExecutionResult, GraphQLSchema, SourceLocation } from 'graphql'
import { execute, GraphQLError, getOperationAST, getVariableValues, isEnumType, parse, Source } from 'graphql'
import type { CompiledQuery } from 'graphql-jit'
import { compileQuery, isCompiledQuery } from 'graphql-jit'
import { LRUCache } from 'lru-cache'
import { boundAnswer } from '../graphql/limits/answer-size.ts'
import { inlineFragments } from './inline-fragments.ts'

/** A valid query or mutation, ready to run. */
export interface Operation {
  /** The text the document was parsed from. */
  readonly source: string
  /** Equal for equal texts: their SHA-256. */
  readonly sourceHash: string
  readonly document: DocumentNode
  readonly operationName: string | null
  /** As the caller sent them. */
  readonly variables: Readonly<Record<string, unknown>>
  readonly contextValue: unknown
}

export type ExecuteOperation = (operation: Operation) => Promise<ExecutionResult>

export interface JitExecutorOptions {
  /** How many compiled operations are kept. */
  readonly maxCompiled?: number
  /** How much memory they may take together, as estimated. */
  readonly maxCompiledBytes?: number
  readonly compile?: typeof compileOperation
}

export interface CompiledOperation {
  readonly query: CompiledQuery
  /** Memory that it takes, as estimated. */
  readonly bytes: number
}

/** Larger operations are interpreted: to compile takes up to 0.2 ms for each selection, during which nothing else happens. */
const maxSelections = 400
/**
 * What compiled operations take of the heap, measured with node --expose-gc on this schema: 1.0 to 2.5 kB for each selection
 * before they were used, some of which V8 doubles when it optimises what runs often.
 */
const bytesPerSelection = 4_000
const bytesPerOperation = 20_000
const bytesPerCharacter = 2

/**
 * Executes as graphql-js does, and several times faster for an operation that comes again: it is then compiled
 * (graphql-jit). One that comes but once is not worth the compiling and goes through graphql-js, and so does one that
 * cannot be compiled or is large.
 *
 * @throws Error for a schema with an enum whose values are not their names
 */
export function createJitExecutor(
  schema: GraphQLSchema,
  { maxCompiled = 500, maxCompiledBytes = 64 * 1024 * 1024, compile = compileOperation }: JitExecutorOptions = {},
): ExecuteOperation {
  checkEnums(schema)
  // Two caches, so that a flood of ever new texts pushes out no compiled one.
  const seen = new LRUCache<string, true>({ max: maxCompiled * 4 })
  const compiled = new LRUCache<string, CompiledOperation | 'impossible'>({
    max: maxCompiled,
    maxSize: maxCompiledBytes,
    sizeCalculation: entry => (entry === 'impossible' ? 1 : entry.bytes),
  })

  function findCompiled(operation: Operation): CompiledOperation | 'impossible' {
    const key = `${operation.sourceHash}:${operation.operationName ?? ''}`
    const known = compiled.get(key)
    if (known) return known
    if (!seen.has(key)) {
      seen.set(key, true)
      return 'impossible'
    }
    const entry = compile(schema, operation) ?? 'impossible'
    compiled.set(key, entry)
    return entry
  }

  return async operation => boundAnswer(await executeOperation(operation), operation.contextValue)

  async function executeOperation(operation: Operation): Promise<ExecutionResult> {
    const { document, operationName, variables, contextValue } = operation
    const interpret = async () => {
      const result = await execute({ schema, document, operationName, variableValues: variables, contextValue })
      return result.errors ? { ...result, errors: result.errors.map(withArgumentCode) } : result
    }
    const definition = getOperationAST(document, operationName)
    if (!definition) return interpret()
    // graphql-jit's own messages name the wrong variable.
    const { errors } = getVariableValues(schema, definition.variableDefinitions ?? [], variables, { maxErrors: 20 })
    if (errors) return { errors: errors.map(toInputError) }
    const found = findCompiled(operation)
    if (found === 'impossible') return interpret()
    const result = await found.query.query(undefined, contextValue, variables)
    // Without `data` nothing was executed: it disagrees about the variables, and graphql-js has the last word.
    if (!('data' in result)) return interpret()
    if (!result.errors) return result
    const positions = createPositions(operation.source)
    return { ...result, errors: result.errors.map(error => withArgumentCode(toFullError(error, positions))) }
  }
}

/** @returns null for an operation that graphql-jit cannot compile, or that is too large for it */
export function compileOperation(schema: GraphQLSchema, operation: Operation): CompiledOperation | null {
  const { source, operationName } = operation
  // Compiling writes into the document, so it gets one of its own.
  const inlined = inlineFragments(parse(source), operationName, maxSelections)
  if (!inlined) return null
  const result = compileQuery(schema, inlined.document, operationName ?? undefined, {
    // Without it a fragment spread twice under different conditions is included under either.
    useExperimentalPathBasedSkipInclude: true,
    // Resolvers are typed after the schema, and what they read was checked before it was written. To check every name,
    // text and number of every answer once more takes as long as all the rest. Our own scalars still see to theirs.
    disableLeafSerialization: true,
  })
  if (!isCompiledQuery(result)) return null
  const bytes = bytesPerOperation + bytesPerSelection * inlined.selections + bytesPerCharacter * source.length
  return { query: result, bytes }
}

/** Compiled operations answer values of enums as they are. */
function checkEnums(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap()).filter(isEnumType))
    for (const { name, value } of type.getValues())
      if (name !== value) throw new Error(`${type.name}.${name} has a value that is not its name.`)
}

function toInputError({ message, nodes, originalError }: GraphQLError): GraphQLError {
  return new GraphQLError(message, { nodes, originalError, extensions: { code: 'BAD_USER_INPUT' } })
}

interface Positions {
  readonly source: Source
  readonly positionOf: (location: SourceLocation) => number
}

/** Places in a text. It is looked through once, however many errors there are. */
function createPositions(text: string): Positions {
  const lines = [0, ...Array.from(text.matchAll(/\r\n|[\n\r]/g), end => end.index + end[0].length)]
  return { source: new Source(text), positionOf: ({ line, column }) => (lines[line - 1] ?? 0) + column - 1 }
}

/** graphql-jit's errors lack the extensions, and the cause of its own refusals, that graphql-js gives to its errors. */
function toFullError(error: GraphQLError, { source, positionOf }: Positions): GraphQLError {
  return new GraphQLError(error.message, {
    source,
    positions: error.locations?.map(positionOf),
    path: error.path,
    originalError: error.originalError ?? causeOf(error),
  })
}

/** What GraphQL refuses about an argument at run time is the caller's doing; all else without a cause is ours. */
function causeOf({ message }: GraphQLError): Error {
  return isAboutArgument(message) ? new GraphQLError(message) : new Error(message)
}

function withArgumentCode(error: GraphQLError): GraphQLError {
  const { message, nodes, source, positions, path, originalError } = error
  if (!isAboutArgument(message) || !(originalError instanceof GraphQLError)) return error
  const extensions = { ...error.extensions, code: 'BAD_USER_INPUT' }
  return new GraphQLError(message, { nodes, source, positions, path, originalError, extensions })
}

function isAboutArgument(message: string): boolean {
  return message.startsWith('Argument "')
}
