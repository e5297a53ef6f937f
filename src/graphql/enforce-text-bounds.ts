import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql'
import { isLongerThan, textBounds } from '../domain/text-bounds.ts'
import { AppError } from '../errors.ts'
import { isStorableText } from '../store/is-storable-text.ts'
import type { GraphQLContext } from './context.ts'
import { objectFieldsOf } from './object-fields.ts'
import { textBoundOf } from './text-kinds.ts'

/** Returns the error of the first invalid text, or null. `path` is the path of the value. */
type Check = (value: unknown, path: readonly string[]) => AppError | null

interface CheckedArgument {
  readonly name: string
  readonly isId: boolean
  readonly check: Check
}

/**
 * Makes every field refuse texts of callers that are too long or cannot be stored (U+0000, unpaired surrogates), before
 * its resolver is called: with BAD_USER_INPUT and the path, for a mutation in `userErrors`. A query for an id that is
 * too long returns null, as for every unknown id.
 *
 * @throws Error for a text of the schema without a bound
 */
export function enforceTextBounds(schema: GraphQLSchema): GraphQLSchema {
  const createCheck = createChecks()
  for (const { type, field, name: place } of objectFieldsOf(schema)) {
    const checked = field.args.flatMap(({ name, type: argumentType }): CheckedArgument[] => {
      const check = createCheck(argumentType, place, name)
      return check ? [{ name, check, isId: getNamedType(argumentType).name === 'ID' }] : []
    })
    if (checked.length > 0) guard(field, checked, type === schema.getQueryType())
  }
  return schema
}

function guard(field: GraphQLField<unknown, GraphQLContext>, checked: readonly CheckedArgument[], isQuery: boolean) {
  const { resolve = defaultFieldResolver, subscribe } = field
  const payload = getNamedType(field.type)
  const answersProblems = isObjectType(payload) && 'userErrors' in payload.getFields()
  const findFault = (args: Readonly<Record<string, unknown>>) => {
    for (const { name, check, isId } of checked) {
      const value = args[name]
      const error = check(value, [name])
      if (error)
        return { error, isTooLongId: isId && typeof value === 'string' && isLongerThan(value, textBounds.reference) }
    }
    return null
  }
  if (subscribe)
    field.subscribe = (source, args, context, info) => {
      const fault = findFault(args)
      if (fault) throw fault.error
      return subscribe(source, args, context, info)
    }
  else
    field.resolve = (source, args, context, info) => {
      const fault = findFault(args)
      if (!fault) return resolve(source, args, context, info)
      const { error, isTooLongId } = fault
      if (answersProblems) {
        const { code, message } = error
        return { userErrors: [{ code, message, field: error.field?.slice(1) ?? null }] }
      }
      if (isQuery && isTooLongId && !isNonNullType(field.type)) return null
      throw error
    }
}

/** Creates the check of each type once, because input types may contain themselves. */
function createChecks() {
  const known = new Map<string, Check>()

  function ofInput(type: GraphQLInputType): Check | null {
    if (!isInputObjectType(type)) return null
    const made = known.get(type.name)
    if (made) return made
    const members: (readonly [string, Check])[] = []
    const check: Check = (value, path) => {
      for (const [name, inner] of members) {
        const member = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
        const error = inner(member, [...path, name])
        if (error) return error
      }
      return null
    }
    known.set(type.name, check)
    for (const field of Object.values(type.getFields())) {
      const inner = of(field.type, type.name, field.name)
      if (inner) members.push([field.name, inner])
    }
    return check
  }

  /** @returns null for a type without texts */
  function of(wrapped: GraphQLInputType, owner: string, name: string): Check | null {
    const type = getNullableType(wrapped)
    if (isListType(type)) {
      const inner = of(type.ofType, owner, name)
      return inner && ((value, path) => firstFault(inner, value, path))
    }
    if (isInputObjectType(type)) return ofInput(type)
    if (type.name === 'ID')
      return (value, path) => faultOfText(value, textBoundOf(owner, name) ?? textBounds.reference, path)
    if (type.name !== 'String' && type.name !== 'JSON') return null
    const bound = textBoundOf(owner, name)
    if (bound === undefined) throw new Error(`${owner}.${name} has no bound. Give it one in src/graphql/text-kinds.ts.`)
    return type.name === 'String'
      ? (value, path) => faultOfText(value, bound, path)
      : (value, path) => faultOfJson(value, bound, path)
  }

  return of
}

function firstFault(check: Check, values: unknown, path: readonly string[]): AppError | null {
  if (!Array.isArray(values)) return null
  for (const [index, value] of values.entries()) {
    const error = check(value, [...path, String(index)])
    if (error) return error
  }
  return null
}

function faultOfText(value: unknown, bound: number, path: readonly string[]): AppError | null {
  if (typeof value !== 'string') return null
  if (isLongerThan(value, bound)) return refusal(`has more than ${bound} characters`, path)
  return isStorableText(value) ? null : unstorable(path)
}

function faultOfJson(value: unknown, bound: number, path: readonly string[]): AppError | null {
  if (value === undefined) return null
  if (JSON.stringify(value).length > bound) return refusal(`has more than ${bound} characters as JSON`, path)
  return hasOnlyStorableTexts(value) ? null : unstorable(path)
}

function hasOnlyStorableTexts(value: unknown): boolean {
  if (typeof value === 'string') return isStorableText(value)
  if (typeof value !== 'object' || value === null) return true
  return Object.entries(value).every(([name, member]) => isStorableText(name) && hasOnlyStorableTexts(member))
}

function unstorable(path: readonly string[]): AppError {
  return refusal('has the character U+0000 or half of a surrogate pair, which cannot be kept', path)
}

/** The error does not contain the text, which may be long or personal. */
function refusal(fault: string, path: readonly string[]): AppError {
  return new AppError('BAD_USER_INPUT', `${path.join('.')} ${fault}.`, { field: path })
}
