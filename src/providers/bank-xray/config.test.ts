import { describe, expect, test } from 'vitest'
import { settingsFaults } from '../../../test/support/settings-faults.ts'
import { bankXrayConfig } from './config.ts'

const keys = { BANK_XRAY_USER_ID: '65f1c0ffee0000000000acc0', BANK_XRAY_SESSION_TOKEN: 'a-session-token' }

describe('the configuration', () => {
  test('without variables, or with blank ones, it has the production host and no credentials', () => {
    const off = {
      baseUrl: 'https://api.lending.soprafinancing.io',
      apiVersion: '2024-01-25',
      credentials: null,
      currency: 'EUR',
      webhookKeys: [],
      webhookTokens: [],
    }
    expect(bankXrayConfig.parse({})).toEqual(off)
    expect(bankXrayConfig.parse({ BANK_XRAY_USER_ID: '', BANK_XRAY_API_VERSION: ' ', BANK_XRAY_CURRENCY: '' })).toEqual(
      off,
    )
  })

  test('reads credentials, host, version, currency, and several webhook keys and tokens', () => {
    const env = {
      ...keys,
      BANK_XRAY_BASE_URL: 'https://api.october.eu/',
      BANK_XRAY_API_VERSION: ' 2023-06-01 ',
      BANK_XRAY_CURRENCY: 'chf',
      BANK_XRAY_WEBHOOK_KEY: 'key-new, key-old,',
      BANK_XRAY_WEBHOOK_TOKEN: 'token_new.1~a,token-old',
      UNRELATED: 'ignored',
    }
    expect(bankXrayConfig.parse(env)).toEqual({
      baseUrl: 'https://api.october.eu',
      apiVersion: '2023-06-01',
      credentials: { userId: '65f1c0ffee0000000000acc0', sessionToken: 'a-session-token' },
      currency: 'CHF',
      webhookKeys: ['key-new', 'key-old'],
      webhookTokens: ['token_new.1~a', 'token-old'],
    })
  })

  test.each([
    ['BANK_XRAY_SESSION_TOKEN', { BANK_XRAY_USER_ID: 'u' }],
    ['BANK_XRAY_USER_ID', { BANK_XRAY_SESSION_TOKEN: 't' }],
  ])('P23 one credential without the other is a fault that names the missing one: %s', (missing, env) => {
    expect(settingsFaults(bankXrayConfig, env)).toEqual({ [missing]: expect.stringContaining('is missing') })
  })

  test('P23 reports all faults at once', () => {
    const env = {
      BANK_XRAY_BASE_URL: 'ftp://example.com',
      BANK_XRAY_USER_ID: 'u',
      BANK_XRAY_API_VERSION: 'latest',
      BANK_XRAY_CURRENCY: 'euros',
      BANK_XRAY_WEBHOOK_TOKEN: 'a/b',
    }
    expect(Object.keys(settingsFaults(bankXrayConfig, env)).sort()).toEqual([
      'BANK_XRAY_API_VERSION',
      'BANK_XRAY_BASE_URL',
      'BANK_XRAY_CURRENCY',
      'BANK_XRAY_SESSION_TOKEN',
      'BANK_XRAY_WEBHOOK_TOKEN',
    ])
  })

  test.each(['2024-02-30', '25.01.2024', '2024-1-5', '2024-01-25\nX-Evil: 1'])(
    'P23 refuses the version %j',
    version => {
      expect(settingsFaults(bankXrayConfig, { BANK_XRAY_API_VERSION: version })).toEqual({
        BANK_XRAY_API_VERSION: expect.stringContaining('date'),
      })
    },
  )

  test('P23 refuses a token that is not a valid header value, without quoting it', () => {
    const faults = settingsFaults(bankXrayConfig, { ...keys, BANK_XRAY_SESSION_TOKEN: 'tok\nen' })
    expect(faults).toEqual({ BANK_XRAY_SESSION_TOKEN: 'must be printable ASCII without spaces' })
  })
})
