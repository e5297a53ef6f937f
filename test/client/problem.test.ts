import { CombinedGraphQLErrors } from '@apollo/client'
import { CombinedError } from '@urql/core'
import { GraphQLError } from 'graphql'
import { describe, expect, test } from 'vitest'
import { AssayError, ConnectionError, InputError, messageOf, toProblem } from '../../client/index.ts'
import { errorCodes, isRetryable } from '../../src/errors.ts'

const extensions = { code: 'RATE_LIMITED', retryable: true, retryAfterSeconds: 3, correlationId: 'id' }
const limited = {
  kind: 'TRY_AGAIN',
  code: 'RATE_LIMITED',
  message: 'Later.',
  retryAfterSeconds: 3,
  correlationId: 'id',
}

describe('the same error of the server is the same problem in every client:', () => {
  test.each([
    ['thrown by this package', new AssayError('Later.', extensions)],
    ['thrown by Apollo Client', new CombinedGraphQLErrors({ errors: [{ message: 'Later.', extensions }] })],
    ['answered by urql', new CombinedError({ graphQLErrors: [new GraphQLError('Later.', { extensions })] })],
    ['answered by urql over a socket', new CombinedError({ networkError: new AssayError('Later.', extensions) })],
    ['as an answer', { data: null, errors: [{ message: 'Later.', extensions }] }],
  ])('%s', (_name, cause) => {
    expect(toProblem(cause)).toEqual(limited)
    expect(messageOf(cause)).toBe('Later.')
  })
})

test('every error code has one kind of problem, and retryable ones may be tried again', () => {
  const kinds = errorCodes.map(code => {
    const problem = toProblem(new AssayError('No.', { code, retryable: isRetryable(code) }))
    return [code, problem?.kind] as const
  })
  expect(kinds.filter(([, kind]) => kind === 'TRY_AGAIN').map(([code]) => code)).toEqual(errorCodes.filter(isRetryable))
  expect(Object.fromEntries(kinds.filter(([, kind]) => kind !== 'TRY_AGAIN' && kind !== 'FAILED'))).toEqual({
    BAD_USER_INPUT: 'INPUT',
    UNAUTHENTICATED: 'SIGN_IN',
    FORBIDDEN: 'NOT_ALLOWED',
    CURSOR_EXPIRED: 'RELOAD',
  })
})

test('user errors of a mutation are shown beside their fields', () => {
  const userErrors = [
    { code: 'BAD_USER_INPUT', message: 'Too long.', field: ['reference'] },
    { code: 'BAD_USER_INPUT', message: 'Unknown.', field: null },
  ] as const
  const problem = { kind: 'INPUT', code: 'BAD_USER_INPUT', message: 'Too long. Unknown.', fields: userErrors }
  expect(toProblem(userErrors)).toMatchObject(problem)
  expect(toProblem(new InputError(userErrors))).toMatchObject(problem)
})

test('the error of a failed analysis is shown with its userMessage', () => {
  const error = {
    code: 'PROVIDER_TIMEOUT',
    message: 'HTTP 504',
    userMessage: 'It took too long.',
    retryable: true,
    retryAfterSeconds: null,
  }
  expect(toProblem(error)).toMatchObject({ kind: 'TRY_AGAIN', message: 'It took too long.', retryAfterSeconds: null })
})

test('without an answer the page is offline', () => {
  const causes = [new ConnectionError('Broke.'), new TypeError('fetch failed')]
  for (const cause of [...causes, ...causes.map(networkError => new CombinedError({ networkError }))])
    expect(toProblem(cause)).toMatchObject({ kind: 'OFFLINE', correlationId: null })
})

test('an empty list, null and an aborted request are no problem', () => {
  const abort = new AbortController()
  abort.abort()
  for (const cause of [[], null, undefined, abort.signal.reason]) {
    expect(toProblem(cause)).toBeNull()
    expect(messageOf(cause)).toBe('')
  }
})
