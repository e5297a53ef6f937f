import {
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql'
import { factsOf } from '../graphql/field-facts.ts'
import { boundOf, valuesOfItem } from '../graphql/limits/bound-lists.ts'
import type { Alternatives } from '../graphql/scope-directives.ts'
import { type Fragment, joined, sql } from '../store/sql.ts'
import { type Column, isTransactionMember, memberShapes, toReference } from '../store/transaction-columns.ts'
import { mergeFields } from './merge-fields.ts'
import { createRowProgram, type Step, type WriteRow } from './row-program.ts'

/** How the edges of a list of transactions are read and written. */
export interface RowPlan {
  /** The columns of the transaction `item`, in the order in which `write` uses them. */
  readonly columns: Fragment
  readonly write: WriteRow
  /** The number of values of an edge, without the items of its lists. */
  readonly valuesPerRow: number
  /** The scopes that a caller needs for it. */
  readonly scopes: readonly Alternatives[]
}

/** The steps that write a field, and the columns that they use. */
interface Part {
  readonly steps: readonly Step[]
  readonly columns: readonly Fragment[]
}

type Field = GraphQLField<unknown, never>

/** Fields with resolvers that a plan can write itself. */
const writtenHere: ReadonlySet<string> = new Set(['TransactionEdge.cursor'])

/** The selection has conditions, or fields with resolvers. */
class NotPlain extends Error {}

/**
 * The plan of a page's edges.
 *
 * @param edges the nodes of one field `edges`, with inlined fragments
 * @returns null for a selection that cannot be planned
 */
export function createTransactionPlan(schema: GraphQLSchema, edges: readonly FieldNode[]): RowPlan | null {
  const scopes: Alternatives[] = []

  function planObject(
    type: GraphQLObjectType,
    nodes: readonly FieldNode[],
    planField: (field: Field, nodes: readonly FieldNode[]) => Part,
  ): Part {
    const steps: Step[] = []
    const columns: Fragment[] = []
    for (const [key, { field, nodes: own }] of fieldsOf(type, nodes)) {
      steps.push(constant(`${steps.length === 0 ? '{' : ','}${JSON.stringify(key)}:`))
      const part = field ? planField(field, own) : { steps: [constant(JSON.stringify(type.name))], columns: [] }
      steps.push(...part.steps)
      columns.push(...part.columns)
    }
    return { steps: [...steps, constant('}')], columns }
  }

  /** The fields by their names in the answer; `__typename` has no field. */
  function fieldsOf(type: GraphQLObjectType, nodes: readonly FieldNode[]) {
    const merged = mergeFields(
      schema,
      type,
      nodes.map(node => node.selectionSet),
    )
    if (!merged) throw new NotPlain()
    return Array.from(merged, ([key, own]) => {
      const [first] = own
      const field = first && type.getFields()[first.name.value]
      if (field) {
        const facts = factsOf(field)
        if (!facts.isPlain && !writtenHere.has(`${type.name}.${field.name}`)) throw new NotPlain()
        scopes.push(...facts.scopes)
      } else if (first?.name.value !== '__typename') throw new NotPlain()
      return [key, { field, nodes: own }] as const
    })
  }

  function planMember(field: Field, nodes: readonly FieldNode[]): Part {
    const type = getNamedType(field.type)
    if (field.name === 'id') return text(sql`item.id`)
    if (!isTransactionMember(field.name)) throw new NotPlain()
    const shape = memberShapes[field.name]
    if (shape.kind === 'value' && isLeafType(type)) return column(shape.column)
    if (!isObjectType(type)) throw new NotPlain()
    if (shape.kind === 'object')
      return optional(
        field,
        shape.presence,
        planObject(type, nodes, ({ name }) => {
          const own = shape.members[name]
          if (!own) throw new NotPlain()
          return column(own)
        }),
      )
    if (shape.kind !== 'json') throw new NotPlain()
    const stored = toReference(shape.column)
    if (!isListType(getNullableType(field.type)))
      return optional(
        field,
        shape.column,
        planObject(type, nodes, ({ name }) => text(sql`${stored} ->> ${name}::text`)),
      )
    const members = fieldsOf(type, nodes).map(([key, own]) => [key, own.field?.name ?? null] as const)
    const toItem = (item: unknown) =>
      Object.fromEntries(members.map(([key, name]) => [key, name === null ? type.name : memberOf(item, name)]))
    const values = valuesOfItem({ fieldNodes: [...nodes], fragments: {}, returnType: field.type, schema })
    const step: Step = { kind: 'list', length: boundOf('Transaction', field), toItem, values }
    return { steps: [step], columns: [stored] }
  }

  try {
    const field = objectType(schema.getType('TransactionConnection')).getFields().edges
    if (!field) throw new NotPlain()
    const edge = planObject(objectType(getNamedType(field.type)), edges, (member, nodes) =>
      member.name === 'cursor'
        ? { steps: [{ kind: 'cursor' }], columns: [] }
        : planObject(objectType(getNamedType(member.type)), nodes, planMember),
    )
    return {
      columns: edge.columns.length === 0 ? sql`item.id` : joined(edge.columns, ', '),
      write: createRowProgram(edge.steps),
      valuesPerRow: valuesOfItem({ fieldNodes: [...edges], fragments: {}, returnType: field.type, schema }),
      scopes,
    }
  } catch (error) {
    if (error instanceof NotPlain) return null
    throw error
  }
}

function constant(written: string): Step {
  return { kind: 'constant', text: written }
}

function text(read: Fragment): Part {
  return { steps: [{ kind: 'text', isPlain: false }], columns: [read] }
}

/** A column that is plain text: days and decimals have no character that JSON escapes. */
function column(own: Column): Part {
  return { steps: [{ kind: 'text', isPlain: own.type !== 'text' }], columns: [toReference(own)] }
}

/** An object that is null when a column is null. */
function optional({ type }: Field, presence: Column, part: Part): Part {
  if (isNonNullType(type)) return part
  const own = toReference(presence)
  const isFlagged = part.columns[0]?.statement.text !== own.statement.text
  const step: Step = { kind: 'object', isFlagged, steps: part.steps }
  return { steps: [step], columns: isFlagged ? [sql`${own} is not null`, ...part.columns] : part.columns }
}

function objectType(type: unknown): GraphQLObjectType {
  if (isObjectType(type)) return type
  throw new NotPlain()
}

function memberOf(item: unknown, name: string): unknown {
  const value: unknown = typeof item === 'object' && item !== null ? Reflect.get(item, name) : null
  return value ?? null
}
