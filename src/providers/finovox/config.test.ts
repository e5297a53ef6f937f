import { describe, expect, test } from 'vitest'
import { settingsFaults } from '../../../test/support/settings-faults.ts'
import { finovoxConfig } from './config.ts'

describe('the configuration', () => {
  test('without variables, or with blank ones, it has the production host and no key', () => {
    const off = { baseUrl: 'https://api-v2.finovox.com', apiKey: null, mode: 'asynchronous' }
    expect(finovoxConfig.parse({})).toEqual(off)
    expect(finovoxConfig.parse({ FINOVOX_BASE_URL: '', FINOVOX_API_KEY: '  ', FINOVOX_MODE: ' ' })).toEqual(off)
  })

  test('reads a key, another host and another mode', () => {
    const env = {
      FINOVOX_BASE_URL: 'http://127.0.0.1:4010/vendor/',
      FINOVOX_API_KEY: ' fnvx_key ',
      FINOVOX_MODE: 'Synchronous',
      UNRELATED: 'ignored',
    }
    expect(finovoxConfig.parse(env)).toEqual({
      baseUrl: 'http://127.0.0.1:4010/vendor',
      apiKey: 'fnvx_key',
      mode: 'synchronous',
    })
  })

  test('P23 reports all faults at once, without quoting the key', () => {
    expect(
      settingsFaults(finovoxConfig, {
        FINOVOX_BASE_URL: 'ftp://example.com',
        FINOVOX_API_KEY: 'two words',
        FINOVOX_MODE: 'sometimes',
      }),
    ).toEqual({
      FINOVOX_BASE_URL: expect.stringContaining('http'),
      FINOVOX_API_KEY: 'must be printable ASCII without spaces',
      FINOVOX_MODE: 'must be asynchronous or synchronous',
    })
  })
})
