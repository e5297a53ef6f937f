import { expect, test } from 'vitest'
import { settingsFaults } from '../../../test/support/settings-faults.ts'
import { finoosConfig } from './config.ts'

const credentials = { FINOOS_NAME: 'fino', FINOOS_SECRET: ' se cret ' }

test('without variables, or with blank ones, it has the production host, the scope banking and Europe/Berlin', () => {
  const off = {
    baseUrl: 'https://os.fino.cloud/api/v1',
    credentials: null,
    scopes: ['banking'],
    timeZone: 'Europe/Berlin',
  }
  expect(finoosConfig.parse({})).toEqual(off)
  expect(finoosConfig.parse({ FINOOS_NAME: '', FINOOS_SCOPES: ' , ', FINOOS_TIME_ZONE: '  ' })).toEqual(off)
})

test('the secret keeps its spaces, and scopes may come in any order', () => {
  expect(
    finoosConfig.parse({
      ...credentials,
      FINOOS_BASE_URL: 'https://os.test.fino.cloud/api/v1/',
      FINOOS_SCOPES: 'companiesLogo, banking,banking',
      FINOOS_TIME_ZONE: 'Europe/Vienna',
    }),
  ).toEqual({
    baseUrl: 'https://os.test.fino.cloud/api/v1',
    credentials: { name: 'fino', secret: ' se cret ' },
    scopes: ['banking', 'companiesLogo'],
    timeZone: 'Europe/Vienna',
  })
})

test('P23 every fault is reported under its variable', () => {
  expect(
    settingsFaults(finoosConfig, {
      FINOOS_NAME: 'fino',
      FINOOS_SCOPES: 'banking,Banking',
      FINOOS_TIME_ZONE: 'Berlin/Europe',
    }),
  ).toEqual({
    FINOOS_SECRET: 'is missing: FINOOS_NAME needs it',
    FINOOS_SCOPES: expect.stringContaining('has no "Banking"; there are banking, bankingExternal, companies'),
    FINOOS_TIME_ZONE: expect.stringContaining('got "Berlin/Europe"'),
  })
})
