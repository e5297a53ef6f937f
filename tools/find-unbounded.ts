import {
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isObjectType,
} from 'graphql'
import { textBounds } from '../src/domain/text-bounds.ts'
import { textBoundOf } from '../src/graphql/text-kinds.ts'

type Member = Pick<GraphQLInputField, 'name' | 'description'> & { readonly type: GraphQLType }

/**
 * The texts of the schema whose description lacks the enforced maximum length: every String, and every ID that callers send.
 */
export function findUnbounded(schema: GraphQLSchema): string[] {
  const faults: string[] = []

  function check(owner: string, member: Member, isInput: boolean): void {
    const type = getNamedType(member.type).name
    if (type !== 'String' && type !== 'JSON' && !(type === 'ID' && isInput)) return
    const bound = textBoundOf(owner, member.name) ?? (type === 'ID' ? textBounds.reference : undefined)
    const stated = /\bat most ([\d,]+) characters/i.exec(member.description ?? '')?.[1]?.replaceAll(',', '')
    const place = `${owner}.${member.name}`
    if (bound === undefined) faults.push(`${place} has no bound: give it one in src/graphql/text-kinds.ts`)
    else if (stated !== String(bound))
      faults.push(`the description of ${place} must say "At most ${bound.toLocaleString('en')} characters."`)
  }

  function checkField(owner: string, field: GraphQLField<unknown, unknown>): void {
    check(owner, field, false)
    for (const argument of field.args) check(`${owner}.${field.name}`, argument, true)
  }

  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('_')) continue
    if (isObjectType(type)) for (const field of Object.values(type.getFields())) checkField(type.name, field)
    if (isInputObjectType(type)) for (const field of Object.values(type.getFields())) check(type.name, field, true)
  }
  return faults
}
