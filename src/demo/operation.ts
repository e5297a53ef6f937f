import { z } from 'zod'

/** A GraphQL operation with the type of its data. */
export interface Operation<Data> {
  readonly document: string
  readonly data: z.ZodType<Data>
}

/**
 * An operation that selects the members of its data. A member that is not a field of the same name without arguments is
 * described by its field: `transactions(first: 5)`.
 */
export function createOperation<Data>(head: string, data: z.ZodType<Data>): Operation<Data> {
  return { document: `${head} ${toSelection(data)}`, data }
}

function toSelection(shape: z.core.$ZodType): string {
  if (shape instanceof z.ZodNullable) return toSelection(shape.unwrap())
  if (shape instanceof z.ZodArray) return toSelection(shape.element)
  if (!(shape instanceof z.ZodObject)) return ''
  const members = Object.entries<z.ZodType>(shape.shape).map(
    ([name, member]) => `${name}${member.description ? `: ${member.description}` : ''} ${toSelection(member)}`,
  )
  return `{ ${members.join(' ')} }`
}
