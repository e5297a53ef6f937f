import { readFile } from 'node:fs/promises'
import { Kind, parse } from 'graphql'
import { z } from 'zod'

/** An operation in a tab of the explorer. */
export interface ReadyMadeOperation {
  readonly name: string
  /** Its text, with the comment before it. */
  readonly query: string
  /** JSON. `{{case}}` and the like stand for the id of the last created object, `{{origin}}` for the origin of the page. */
  readonly variables: string
}

/** Operations that are shown together, in the order in which they are run. */
export interface OperationGroup {
  readonly name: string
  readonly operations: readonly ReadyMadeOperation[]
}

const groupsSchema = z.record(z.string(), z.array(z.string()))
const variablesSchema = z.record(z.string(), z.record(z.string(), z.json()))

/** The operations of `operations.graphql` in their order, each with its variables from `variables.json`. */
export async function loadOperations(): Promise<readonly ReadyMadeOperation[]> {
  const source = await readFile(new URL('operations.graphql', import.meta.url), 'utf8')
  const json: unknown = JSON.parse(await readFile(new URL('variables.json', import.meta.url), 'utf8'))
  const variables = variablesSchema.parse(json)
  const { definitions } = parse(source)
  return definitions.map((definition, index) => {
    if (definition.kind !== Kind.OPERATION_DEFINITION || !definition.name)
      throw new Error('operations.graphql may contain only named operations.')
    const name = definition.name.value
    const start = definitions[index - 1]?.loc?.end ?? 0
    return {
      name,
      query: `${source.slice(start, definition.loc?.end).trim()}\n`,
      variables: JSON.stringify(variables[name] ?? {}, null, 2),
    }
  })
}

/** The groups of `groups.json`. An operation may be in several. */
export async function loadOperationGroups(): Promise<readonly OperationGroup[]> {
  const json: unknown = JSON.parse(await readFile(new URL('groups.json', import.meta.url), 'utf8'))
  const operations = new Map((await loadOperations()).map(operation => [operation.name, operation]))
  return Object.entries(groupsSchema.parse(json)).map(([name, members]) => ({
    name,
    operations: members.map(member => {
      const found = operations.get(member)
      if (!found) throw new Error(`groups.json names ${member}, which operations.graphql does not have.`)
      return found
    }),
  }))
}
