import type { DocumentNode, ExecutionResult, GraphQLSchema, SourceLocation } from 'graphql'
import { execute, GraphQLError, getOperationAST, getVariableValues, isEnumType, parse, Source } from 'graphql'
import type { CompiledQuery } from 'graphql-jit'
import { compileQuery, isCompiledQuery } from 'graphql-jit'
import { LRUCache } from 'lru-cache'
import { boundAnswer } from '../graphql/limits/answer-size.ts'
import { type InlinedOperation, inlineFragments } from './inline-fragments.ts'

/** A valid query or mutation. */
export interface Operation {
  /** The text the document was parsed from. */
  readonly source: string
  /** The SHA-256 of the text. */
  readonly sourceHash: string
  readonly document: DocumentNode
  readonly operationName: string | null
  /** As the caller sent them. */
  readonly variables: Readonly<Record<string, unknown>>
  readonly contextValue: unknown
}

/** A context that may have to read a value before an operation is executed. */
interface ReadsFirst {
  /** @returns null when the operation does not need it */
  readFirst(source: string): Promise<unknown> | null
}

export type ExecuteOperation = (operation: Operation) => Promise<ExecutionResult>

export interface JitExecutorOptions {
  /** The most compiled operations in the cache. */
  readonly maxCompiled?: number
  /** Their most estimated memory in total. */
  readonly maxCompiledBytes?: number
  readonly compile?: CompileOperation
}

/** @returns null for an operation that is too large or cannot be compiled */
export type CompileOperation = (schema: GraphQLSchema, operation: Operation) => CompiledOperation | null

export interface CompiledOperation {
  readonly query: Pick<CompiledQuery, 'query'>
  /** Estimated memory. */
  readonly bytes: number
}

/** Larger operations are interpreted: compiling blocks the event loop for up to 0.2 ms for each selection. */
const maxSelections = 400
/**
 * Heap of compiled operations, measured with node --expose-gc on this schema: 1.0 to 2.5 kB for each selection before
 * they are used. V8 doubles some of it when it optimises operations that run often.
 */
const bytesPerSelection = 4_000
const bytesPerOperation = 20_000
const bytesPerCharacter = 2

/**
 * Executes operations like graphql-js. An operation that is sent for the second time is compiled (graphql-jit), which
 * makes it several times faster. Operations that are sent once, are large or cannot be compiled are executed by
 * graphql-js.
 *
 * @throws Error for a schema with an enum whose values are not their names
 */
export function createJitExecutor(
  schema: GraphQLSchema,
  { maxCompiled = 500, maxCompiledBytes = 64 * 1024 * 1024, compile = compileOperation }: JitExecutorOptions = {},
): ExecuteOperation {
  checkEnums(schema)
  // Two caches, so that a flood of new documents does not evict compiled operations.
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

  return async operation => {
    const { contextValue, source } = operation
    const first = isReadingFirst(contextValue) ? contextValue.readFirst(source) : null
    // The field that selects the value reports its failure.
    if (first !== null) await first.catch(() => {})
    return boundAnswer(await executeOperation(operation), contextValue)
  }

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
    // Without `data` nothing was executed: graphql-jit refused the variables. graphql-js decides whether they are valid.
    if (!('data' in result)) return interpret()
    if (!result.errors) return result
    const positions = createPositions(operation.source)
    return { ...result, errors: result.errors.map(error => withArgumentCode(toFullError(error, positions))) }
  }
}

/** @returns null for an operation that is too large or that graphql-jit cannot compile */
export function compileOperation(schema: GraphQLSchema, operation: Operation): CompiledOperation | null {
  const inlined = inlineOperation(operation)
  return inlined && compileInlined(schema, operation, inlined)
}

/** @returns null for an operation that is too large to be compiled */
export function inlineOperation({ source, operationName }: Operation): InlinedOperation | null {
  // Compiling writes into the document, so it gets a copy.
  return inlineFragments(parse(source), operationName, maxSelections)
}

/** @returns null for an operation that graphql-jit cannot compile */
export function compileInlined(
  schema: GraphQLSchema,
  { source, operationName }: Operation,
  inlined: InlinedOperation,
): CompiledOperation | null {
  const result = compileQuery(schema, inlined.document, operationName ?? undefined, {
    // Without it a fragment spread twice under different conditions is included under either.
    useExperimentalPathBasedSkipInclude: true,
    // The types of resolvers follow the schema, and data are checked before they are stored. Checking every leaf again
    // would double the time. Our own scalars are still serialized.
    disableLeafSerialization: true,
  })
  if (!isCompiledQuery(result)) return null
  const bytes = bytesPerOperation + bytesPerSelection * inlined.selections + bytesPerCharacter * source.length
  return { query: result, bytes }
}

/** Compiled operations return the internal values of enums. */
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

/** Converts lines and columns of a text to offsets. The text is scanned once. */
function createPositions(text: string): Positions {
  const lines = [0, ...Array.from(text.matchAll(/\r\n|[\n\r]/g), end => end.index + end[0].length)]
  return { source: new Source(text), positionOf: ({ line, column }) => (lines[line - 1] ?? 0) + column - 1 }
}

/** Adds the extensions, and the cause of refused arguments, that errors of graphql-js have and those of graphql-jit lack. */
function toFullError(error: GraphQLError, { source, positionOf }: Positions): GraphQLError {
  return new GraphQLError(error.message, {
    source,
    positions: error.locations?.map(positionOf),
    path: error.path,
    originalError: error.originalError ?? causeOf(error),
  })
}

/** An argument refused at run time is the caller's error; anything else without a cause is an internal one. */
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

function isReadingFirst(contextValue: unknown): contextValue is ReadsFirst {
  return typeof contextValue === 'object' && contextValue !== null && 'readFirst' in contextValue
}
