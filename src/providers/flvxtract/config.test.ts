import { describe, expect, test } from 'vitest'
import { settingsFaults } from '../../../test/support/settings-faults.ts'
import { flvxtractConfig } from './config.ts'

const pair = { FLVXTRACT_CONSUMER_KEY: 'flvx_test_key', FLVXTRACT_CONSUMER_SECRET: 'sk_test_secret' }
const login = { FLVXTRACT_EMAIL: 'ops@example.com', FLVXTRACT_PASSWORD: ' pass word ' }

describe('the configuration', () => {
  test('without variables, or with blank ones, it has the production host and no credentials', () => {
    const off = { baseUrl: 'https://api.flvxtract.com', credentials: null, webhookSecrets: [], organizationId: null }
    expect(flvxtractConfig.parse({})).toEqual(off)
    expect(
      flvxtractConfig.parse({ FLVXTRACT_CONSUMER_KEY: '', FLVXTRACT_EMAIL: '  ', FLVXTRACT_BASE_URL: '' }),
    ).toEqual(off)
  })

  test('reads a key pair, several webhook secrets and an organisation', () => {
    const env = {
      ...pair,
      FLVXTRACT_BASE_URL: 'http://127.0.0.1:4010/vendor/',
      FLVXTRACT_WEBHOOK_SECRET: 'whsec-new, whsec-old,',
      FLVXTRACT_ORGANIZATION_ID: '123e4567-e89b-12d3-a456-426614174000',
      UNRELATED: 'ignored',
    }
    expect(flvxtractConfig.parse(env)).toEqual({
      baseUrl: 'http://127.0.0.1:4010/vendor',
      credentials: { kind: 'key-pair', consumerKey: 'flvx_test_key', consumerSecret: 'sk_test_secret' },
      webhookSecrets: ['whsec-new', 'whsec-old'],
      organizationId: '123e4567-e89b-12d3-a456-426614174000',
    })
  })

  test('accepts process.env', () => {
    expect(Object.keys(settingsFaults(flvxtractConfig, process.env))).not.toContain('')
  })

  test('reads a login, and keeps the spaces of its password', () => {
    expect(flvxtractConfig.parse(login).credentials).toEqual({
      kind: 'login',
      email: 'ops@example.com',
      password: ' pass word ',
    })
  })

  test.each([
    ['FLVXTRACT_CONSUMER_SECRET', { FLVXTRACT_CONSUMER_KEY: 'k' }],
    ['FLVXTRACT_CONSUMER_KEY', { FLVXTRACT_CONSUMER_SECRET: 's' }],
    ['FLVXTRACT_PASSWORD', { FLVXTRACT_EMAIL: 'ops@example.com' }],
    ['FLVXTRACT_EMAIL', { FLVXTRACT_PASSWORD: 'p' }],
  ])('P23 one half of a pair is a fault that names the missing one: %s', (missing, env) => {
    expect(settingsFaults(flvxtractConfig, env)).toEqual({ [missing]: expect.stringContaining('is missing') })
  })

  test('P23 reports all faults at once', () => {
    const env = {
      FLVXTRACT_BASE_URL: 'ftp://example.com',
      FLVXTRACT_CONSUMER_KEY: 'k',
      FLVXTRACT_EMAIL: 'a@example.com',
    }
    expect(Object.keys(settingsFaults(flvxtractConfig, env)).sort()).toEqual([
      'FLVXTRACT_BASE_URL',
      'FLVXTRACT_CONSUMER_SECRET',
      'FLVXTRACT_EMAIL',
      'FLVXTRACT_PASSWORD',
    ])
  })

  test('refuses a key pair together with a login, because it would be unclear which account is used', () => {
    expect(settingsFaults(flvxtractConfig, { ...pair, ...login })).toEqual({
      FLVXTRACT_EMAIL: expect.stringContaining('not both'),
    })
  })

  test.each(['not a url', 'https://user:pw@example.com', 'https://example.com/?a=1'])('refuses the address %s', url => {
    expect(settingsFaults(flvxtractConfig, { FLVXTRACT_BASE_URL: url })).toEqual({
      FLVXTRACT_BASE_URL: expect.any(String),
    })
  })

  test('refuses a key that is not a valid header value, without quoting it', () => {
    const faults = settingsFaults(flvxtractConfig, { ...pair, FLVXTRACT_CONSUMER_SECRET: 'sk_\ntest' })
    expect(faults).toEqual({ FLVXTRACT_CONSUMER_SECRET: 'must be printable ASCII without spaces' })
  })
})
