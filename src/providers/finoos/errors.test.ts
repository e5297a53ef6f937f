import { describe, expect, test } from 'vitest'
import { parseRefusal, toFinoosError, userGone } from './errors.ts'

describe('a status', () => {
  test.each([
    [400, 'PROVIDER_REJECTED', false],
    [401, 'PROVIDER_UNAUTHORIZED', false],
    [403, 'PROVIDER_FORBIDDEN', false],
    [404, 'PROVIDER_REJECTED', false],
    [409, 'PROVIDER_REJECTED', true],
    [418, 'PROVIDER_REJECTED', false],
    [429, 'PROVIDER_RATE_LIMITED', true],
    [500, 'PROVIDER_UNAVAILABLE', true],
    [503, 'PROVIDER_UNAVAILABLE', true],
    [302, 'PROVIDER_BAD_RESPONSE', true],
  ])('%i is %s, retryable: %s, and is the provider code if the body has none', (status, code, retryable) => {
    expect(toFinoosError({ status, type: null }, [])).toMatchObject({
      code,
      retryable,
      provider: 'finoos',
      providerCode: String(status),
    })
  })

  test('the error of a 403 names the scope that the call requires', () => {
    const { code, message } = toFinoosError({ status: 403, type: 'forbidden' }, ['companiesLogo'])
    expect([code, message]).toEqual(['PROVIDER_FORBIDDEN', expect.stringContaining('companiesLogo')])
    expect(toFinoosError({ status: 403, type: 'forbidden' }, []).message).not.toContain('scope')
  })

  test('a deleted user is NOT_FOUND, which is not retryable', () => {
    expect(userGone({ status: 404, type: 'notFound' })).toMatchObject({
      code: 'NOT_FOUND',
      retryable: false,
      providerCode: 'notFound',
    })
  })
})

describe('an error body', () => {
  test('has its type as provider code, and its message is never quoted', () => {
    const body = Buffer.from('{"type": "invalidInput", "message": "Testine Müster is not welcome."}')
    const error = toFinoosError(parseRefusal({ status: 400, body }), [])
    expect(error).toMatchObject({ providerCode: 'invalidInput', message: 'finoOS found the request invalid.' })
  })

  test.each(['', '<html>502</html>', '{"type": "inv', '[1]', '{"type": 7}', '{"type": "<b>"}', '{"type": null}'])(
    'P16 %s has no type',
    text => {
      expect(parseRefusal({ status: 400, body: Buffer.from(text) })).toEqual({ status: 400, type: null })
    },
  )
})
