import { buildSchema, GraphQLError, graphql } from 'graphql'
import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { AppError } from '../errors.ts'
import { formatError } from './format-error.ts'

const schema = buildSchema('type Query { field(size: Int): Int! leaf: Int }')

async function errorOf(source: string, rootValue: unknown = {}, variableValues = {}): Promise<unknown> {
  const { errors = [] } = await graphql({ schema, source, rootValue, variableValues })
  expect(errors).toHaveLength(1)
  return formatError(errors[0], 'corr-1')
}

const extensions = { provider: null, retryable: false, retryAfterSeconds: null, correlationId: 'corr-1' }
const hidden = {
  message: 'Something went wrong on our side.',
  extensions: { ...extensions, code: 'INTERNAL', retryable: true },
}

describe('an error in errors[]', () => {
  test('P24 has its code, provider, retry time, path, location and correlation id', async () => {
    const leaf = () => {
      throw new AppError('PROVIDER_RATE_LIMITED', 'Too many calls.', { provider: 'reader', retryAfterSeconds: 7 })
    }
    expect(await errorOf('{ leaf }', { leaf })).toEqual({
      message: 'Too many calls.',
      locations: [{ line: 1, column: 3 }],
      path: ['leaf'],
      extensions: {
        code: 'PROVIDER_RATE_LIMITED',
        provider: 'reader',
        retryable: true,
        retryAfterSeconds: 7,
        correlationId: 'corr-1',
      },
    })
  })

  test('that is unexpected shows nothing of its cause', async () => {
    const leaf = () => {
      throw new Error('select * from secrets')
    }
    const place = { locations: [{ line: 1, column: 3 }], path: ['leaf'] }
    expect(await errorOf('{ leaf }', { leaf })).toEqual({ ...hidden, ...place })
    expect(formatError(new Error('select * from secrets'), 'corr-1')).toEqual(hidden)
    expect(formatError(new AppError('INTERNAL', 'inner detail'), 'corr-1')).toEqual(hidden)
    expect(formatError('a thrown text', 'corr-1')).toEqual(hidden)
  })

  test('of a resolver that returns a value against the schema is INTERNAL', async () => {
    expect(await errorOf('{ field }', { field: null })).toMatchObject(hidden)
    expect(await errorOf('{ leaf }', { leaf: 2 ** 40 })).toMatchObject(hidden)
  })

  test.each([
    ['syntax', '{ leaf', {}],
    ['validation', '{ leef }', {}],
    ['a variable', 'query ($size: Int!) { field(size: $size) }', { size: 'big' }],
    ['a missing variable', 'query ($size: Int!) { field(size: $size) }', {}],
  ])('of %s is BAD_USER_INPUT with a message', async (_title, source, variables) => {
    const { errors = [] } = await graphql({ schema, source, variableValues: variables })
    const shown = await errorOf(source, {}, variables)
    expect(shown).toMatchObject({ message: errors[0]?.message, extensions: { ...extensions, code: 'BAD_USER_INPUT' } })
  })

  test('of the server keeps a code of the list, and loses any other', () => {
    const tooComplex = new GraphQLError('Too deep.', { extensions: { code: 'QUERY_TOO_COMPLEX' } })
    expect(formatError(tooComplex, 'corr-1')).toMatchObject({
      message: 'Too deep.',
      extensions: { code: 'QUERY_TOO_COMPLEX' },
    })
    const unparsable = new GraphQLError('Syntax.', { extensions: { code: 'GRAPHQL_PARSE_FAILED' } })
    expect(formatError(unparsable, 'corr-1')).toMatchObject({
      message: 'Syntax.',
      extensions: { code: 'BAD_USER_INPUT' },
    })
    const fault = new GraphQLError('Context creation failed', { extensions: { code: 'INTERNAL_SERVER_ERROR' } })
    expect(formatError(fault, 'corr-1')).toEqual(hidden)
  })

  test('of text that cannot be stored is BAD_USER_INPUT', () => {
    const refusal = new pg.DatabaseError('invalid byte sequence', 0, 'error')
    refusal.code = '22021'
    expect(formatError(refusal, 'corr-1')).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } })
  })
})
