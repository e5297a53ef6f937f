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
  ])('%i is %s, retryable: %s, and stays beside it where there is no word', (status, code, retryable) => {
    expect(toFinoosError({ status, type: null }, [])).toMatchObject({
      code,
      retryable,
      provider: 'finoos',
      providerCode: String(status),
    })
  })

  test('403 says which scope to enable, where the call requires one', () => {
    const { code, message } = toFinoosError({ status: 403, type: 'forbidden' }, ['companiesLogo'])
    expect([code, message]).toEqual(['PROVIDER_FORBIDDEN', expect.stringContaining('companiesLogo')])
    expect(toFinoosError({ status: 403, type: 'forbidden' }, []).message).not.toContain('scope')
  })

  test('a user that is gone is NOT_FOUND and no outage', () => {
    expect(userGone({ status: 404, type: 'notFound' })).toMatchObject({
      code: 'NOT_FOUND',
      retryable: false,
      providerCode: 'notFound',
    })
  })
})

describe('an error body', () => {
  test('gives its type as code and never its message', () => {
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
