import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ConfigError } from './config/config-error.ts'
import { coreVariables, loadConfig } from './config.ts'
import { parseTenantId } from './domain/tenant.ts'
import { providers } from './providers/index.ts'
import type { Environment } from './providers/provider.ts'

const key = 'k'.repeat(24)
const secret = 's'.repeat(32)
const real = { FLVXTRACT_CONSUMER_KEY: 'real-key', FLVXTRACT_CONSUMER_SECRET: 'real-secret' }
let directory = ''

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'assay-config-'))
})
afterAll(() => rmSync(directory, { recursive: true }))

const load = (env: Environment) => loadConfig(env, providers)

function faultsOf(env: Environment): readonly string[] {
  try {
    load(env)
  } catch (error) {
    if (error instanceof ConfigError) return error.faults
    throw error
  }
  return []
}

function tenantsFile(content: unknown): string {
  const path = join(directory, `${Math.random()}.json`)
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

test('without any variable all providers are simulated and every caller on loopback is accepted', () => {
  const config = load({})
  expect(config).toMatchObject({
    host: '127.0.0.1',
    port: 4000,
    dataDir: '.data',
    databaseUrl: null,
    anonymous: true,
    simulate: providers.map(provider => provider.id),
    uploadMaxBytes: 52_428_800,
    uploadExpiresSeconds: 900,
    eventRetentionDays: 30,
    explorer: true,
  })
})

test('P18 real providers without authentication of callers are refused', () => {
  expect(faultsOf({ ...real, SECRET_KEY: secret })).toEqual([expect.stringMatching(/^API_KEYS: missing/)])
  expect(load({ ...real, SECRET_KEY: secret, API_KEYS: `acme:${key}` })).toMatchObject({
    anonymous: false,
    simulate: [],
  })
  expect(load({ ...real, SIMULATE: 'all' })).toMatchObject({ anonymous: true })
})

test('P18 anonymous access is possible on loopback only', () => {
  expect(faultsOf({ HOST: '0.0.0.0' })).toEqual([
    expect.stringMatching(/^HOST: got "0\.0\.0\.0"; wants a loopback address .*API_KEYS/),
  ])
  for (const host of ['127.0.0.1', '::1', 'localhost', '127.5.5.5']) expect(load({ HOST: host }).anonymous).toBe(true)
  expect(load({ HOST: '0.0.0.0', API_KEYS: `acme:${key}`, SECRET_KEY: secret }).host).toBe('0.0.0.0')
})

test('P18 a sandbox listens elsewhere only when SANDBOX_HOSTS names its hosts', () => {
  expect(load({ HOST: '0.0.0.0', SANDBOX_HOSTS: 'localhost, Assay,192.168.0.7' })).toMatchObject({
    host: '0.0.0.0',
    anonymous: true,
    sandboxHosts: ['localhost', 'assay', '192.168.0.7'],
  })
  expect(faultsOf({ SANDBOX_HOSTS: 'assay', API_KEYS: `acme:${key}`, SECRET_KEY: secret })).toEqual([
    expect.stringMatching(/^SANDBOX_HOSTS: is for a sandbox only/),
  ])
  expect(faultsOf({ ...real, HOST: '0.0.0.0', SANDBOX_HOSTS: 'assay', SECRET_KEY: secret })).toContainEqual(
    expect.stringMatching(/^API_KEYS: missing/),
  )
  for (const host of ['*', 'http://assay', 'assay:4000', 'assay/', '*.example.com', '0.0.0.0', '[::1]', 'a b', '-a'])
    expect(faultsOf({ SANDBOX_HOSTS: host })).toEqual([
      expect.stringContaining(`SANDBOX_HOSTS: got "${host}"; wants names`),
    ])
})

test('P18 a tenant’s own real credentials count like the deployment’s', () => {
  const path = tenantsFile({ acme: real })
  expect(faultsOf({ TENANTS_FILE: path })).toEqual([expect.stringMatching(/^API_KEYS: missing/)])
})

test('P23 all faults are reported at once, each with its variable, its value and the expected value', () => {
  const faults = faultsOf({
    PORT: '70000',
    PUBLIC_URL: 'nowhere',
    API_KEYS: 'acme:short',
    SIMULATE: 'nobody',
    LOG_LEVEL: 'loud',
    PROVIDER_ORDER: 'ALCHEMY=x',
    FLVXTRACT_CONSUMER_KEY: 'alone',
    TENANTS_FILE: '/does/not/exist.json',
    JWT_ISSUER: 'somebody',
    EVENT_RETENTION_DAYS: 'many',
    CALLER_LIMITS: 'sockets=none',
  })
  const named = faults.map(fault => fault.split(/:| /)[0])
  expect(new Set(named)).toEqual(
    new Set([
      'PORT',
      'PUBLIC_URL',
      'API_KEYS',
      'LOG_LEVEL',
      'PROVIDER_ORDER',
      'FLVXTRACT_CONSUMER_SECRET',
      'TENANTS_FILE',
      'EVENT_RETENTION_DAYS',
      'CALLER_LIMITS',
      'SIMULATE',
      'JWT_JWKS_URL,',
      'SECRET_KEY',
    ]),
  )
  expect(faults.find(fault => fault.startsWith('PORT'))).toMatch(/got "70000".*65535/)
})

const garbage = '5 MB?'
const wanted: Readonly<Record<string, RegExp>> = {
  HOST: /^HOST: got "5 MB\?"; wants a loopback address/,
  PORT: /^PORT: got "5 MB\?"; wants a whole number from 0 to 65535$/,
  PUBLIC_URL: /^PUBLIC_URL: got "5 MB\?"; wants an http or https URL without credentials/,
  DATABASE_URL: /^DATABASE_URL: wants postgres:\/\//,
  BLOB_URL: /^BLOB_URL: got "5 MB\?"; wants s3:\/\/<bucket>/,
  API_KEYS: /^API_KEYS: entry 1 is not of the form tenant:key/,
  JWT_JWKS_URL: /^JWT_JWKS_URL: got "5 MB\?"; wants an http or https URL/,
  JWT_ISSUER: /^JWT_JWKS_URL, JWT_ISSUER, JWT_AUDIENCE: wants all three/,
  JWT_AUDIENCE: /^JWT_JWKS_URL, JWT_ISSUER, JWT_AUDIENCE: wants all three/,
  CALLER_LIMITS: /^CALLER_LIMITS: got "5 MB\?"; wants <limit>=<value>, where the limits are requests, /,
  SECRET_KEY: /^SECRET_KEY: wants at least 32 characters/,
  SIMULATE: /^SIMULATE: got "5 MB\?"; wants all, or some of flvxtract/,
  SIMULATOR_SPEED: /^SIMULATOR_SPEED: got "5 MB\?"; wants a number from 0\.01 to 1000000$/,
  POLL_SPEEDUP: /^POLL_SPEEDUP: got "5 MB\?"; wants a number from 0\.01 to 1000000$/,
  SANDBOX_HOSTS: /^SANDBOX_HOSTS: got "5 MB\?"; wants names or IPv4 addresses/,
  ALLOWED_ORIGINS: /^ALLOWED_ORIGINS: got "5 MB\?"; wants origins such as/,
  ALLOWED_REDIRECTS: /^ALLOWED_REDIRECTS: got "5 MB\?"; wants http or https URLs/,
  ALLOWED_CALLBACKS: /^ALLOWED_CALLBACKS: got "5 MB\?"; wants http or https URLs/,
  PROVIDER_ORDER: /^PROVIDER_ORDER: got "5 MB\?"; wants <product>=<provider>/,
  TENANTS_FILE: /^TENANTS_FILE: 5 MB\? cannot be read as JSON/,
  TRUSTED_DOCUMENTS: /^TRUSTED_DOCUMENTS: 5 MB\? cannot be read as JSON/,
  UPLOAD_MAX_BYTES: /^UPLOAD_MAX_BYTES: got "5 MB\?"; wants a whole number from 1 to 5368709120$/,
  UPLOAD_EXPIRES_SECONDS: /^UPLOAD_EXPIRES_SECONDS: got "5 MB\?"; wants a whole number from 1 to 604800$/,
  EVENT_RETENTION_DAYS: /^EVENT_RETENTION_DAYS: got "5 MB\?"; wants a number from 1 to 36500$/,
  LOG_LEVEL: /^LOG_LEVEL: got "5 MB\?"; wants fatal, error, warn, info, debug, trace or silent$/,
  OTEL_EXPORTER_OTLP_ENDPOINT: /^OTEL_EXPORTER_OTLP_ENDPOINT: got "5 MB\?"; wants an http or https URL/,
  EXPLORER: /^EXPLORER: got "5 MB\?"; wants on or off$/,
  SUBGRAPH_SCOPE_DIRECTIVES: /^SUBGRAPH_SCOPE_DIRECTIVES: got "5 MB\?"; wants on or off$/,
}
/** Any text is valid for these. */
const unchecked = ['DATA_DIR', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'NODE_ENV']

describe('P23 the fault of an invalid value names the value and the expected value', () => {
  test.each(coreVariables.filter(name => !unchecked.includes(name)))('P23 %s', name => {
    const faults = faultsOf({ [name]: garbage })
    expect(faults.filter(fault => wanted[name]?.test(fault))).toHaveLength(1)
    expect(faults.join('\n')).not.toMatch(/NaN|Invalid|undefined/)
  })

  test.each([
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '0x50'],
    ['PORT', '4000.5'],
    ['PORT', '4e3'],
    ['UPLOAD_MAX_BYTES', '5MB'],
    ['UPLOAD_MAX_BYTES', '1.5'],
    ['UPLOAD_MAX_BYTES', '99999999999999999999'],
    ['UPLOAD_EXPIRES_SECONDS', '1e9'],
    ['EVENT_RETENTION_DAYS', '0'],
    ['EVENT_RETENTION_DAYS', 'Infinity'],
    ['POLL_SPEEDUP', '0'],
    ['SIMULATOR_SPEED', ',5'],
    ['LOG_LEVEL', 'INFO'],
    ['PUBLIC_URL', 'https://assay.example.com/?tenant=a'],
  ])('P23 the fault of %s shows the value %s as typed', (name, typed) => {
    expect(faultsOf({ [name]: typed })).toEqual([expect.stringContaining(`${name}: got "${typed}"; wants `)])
  })

  test('P20 credentials in a URL are not shown', () => {
    const url = 'https://me:hush@assay.example.com'
    expect(faultsOf({ PUBLIC_URL: url, FLVXTRACT_BASE_URL: url }).join()).not.toContain('hush')
  })
})

describe('PROVIDER_ORDER', () => {
  test.each([
    ['BANK_RISK=flvxtract', /got "BANK_RISK=flvxtract"; wants providers that offer BANK_RISK: bank-xray$/],
    ['BANK_RISK=bank-xray,flvxtract', /got "BANK_RISK=bank-xray,flvxtract"; wants providers that offer BANK_RISK/],
    ['BANK_RISK=nobody', /got "BANK_RISK=nobody"; wants providers that offer BANK_RISK: bank-xray$/],
    ['BANK_RISK=', /got "BANK_RISK="; wants providers that offer BANK_RISK/],
    ['BANK_RISK=bank-xray;BANK_RISK=bank-xray', /got "BANK_RISK=bank-xray"; wants BANK_RISK only once$/],
    ['STATEMENT_EXTRACTION=flvxtract;ALCHEMY=x', /got "ALCHEMY=x"; wants <product>=<provider>/],
  ])('P23 of %s is a fault for the deployment and for a tenant', (text, fault) => {
    expect(faultsOf({ PROVIDER_ORDER: text })).toEqual([expect.stringMatching(fault)])
    const path = tenantsFile({ acme: { PROVIDER_ORDER: text } })
    expect(faultsOf({ TENANTS_FILE: path })).toEqual([expect.stringMatching(fault)])
    expect(faultsOf({ TENANTS_FILE: path })[0]).toMatch(/^TENANTS_FILE acme: PROVIDER_ORDER: /)
  })

  test('that names providers of each product is accepted', () => {
    const order = load({ PROVIDER_ORDER: 'STATEMENT_EXTRACTION=flvxtract; BANK_RISK = bank-xray' }).providerOrder
    expect([...order]).toEqual([
      ['STATEMENT_EXTRACTION', ['flvxtract']],
      ['BANK_RISK', ['bank-xray']],
    ])
  })
})

test('P20 a fault never contains a secret', () => {
  const faults = faultsOf({
    API_KEYS: 'acme:hush-hush',
    SECRET_KEY: 'too-short-secret',
    DATABASE_URL: 'mysql://me:hush@x/y',
  })
  expect(faults.length).toBeGreaterThanOrEqual(3)
  expect(faults.join()).not.toMatch(/hush|too-short-secret/)
})

test('variables that belong together must be set together', () => {
  expect(faultsOf({ JWT_ISSUER: 'me' })).toContain(
    'JWT_JWKS_URL, JWT_ISSUER, JWT_AUDIENCE: wants all three or none of them',
  )
  expect(faultsOf({ BLOB_URL: 's3://bucket?region=eu-west-1' }).join()).toMatch(
    /AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY: missing/,
  )
  expect(faultsOf({ API_KEYS: `acme:${key}` })).toEqual([expect.stringMatching(/^SECRET_KEY: missing/)])
})

test('a blank variable counts as absent', () => {
  expect(load({ PORT: ' ', API_KEYS: '', DATABASE_URL: '\t' })).toMatchObject({
    port: 4000,
    databaseUrl: null,
    anonymous: true,
  })
})

test('a tenant’s variables replace the deployment’s, and its credentials replace all of a provider’s', () => {
  const path = tenantsFile({
    acme: {
      FLVXTRACT_EMAIL: 'a@example.com',
      FLVXTRACT_PASSWORD: 'pw',
      PROVIDER_ORDER: 'STATEMENT_EXTRACTION=flvxtract',
    },
  })
  const config = load({
    ...real,
    FLVXTRACT_BASE_URL: 'https://vendor.example',
    API_KEYS: `acme:${key}`,
    SECRET_KEY: secret,
    TENANTS_FILE: path,
  })
  expect(config.tenants.get(parseTenantId('acme'))).toEqual({
    FLVXTRACT_BASE_URL: 'https://vendor.example',
    FLVXTRACT_EMAIL: 'a@example.com',
    FLVXTRACT_PASSWORD: 'pw',
    PROVIDER_ORDER: 'STATEMENT_EXTRACTION=flvxtract',
  })
})

test('faults in the tenants’ file name the tenant and the variable', () => {
  const faults = faultsOf({ TENANTS_FILE: tenantsFile({ acme: { FLVXTRACT_EMAIL: 'a@example.com', PORT: '1' } }) })
  expect(faults.some(fault => /^TENANTS_FILE acme: PORT is not a variable/.test(fault))).toBe(true)
  expect(faults.some(fault => /^TENANTS_FILE acme: FLVXTRACT_PASSWORD/.test(fault))).toBe(true)
  expect(faultsOf({ TENANTS_FILE: tenantsFile('{broken') })[0]).toMatch(/^TENANTS_FILE: .* cannot be read as JSON/)
  expect(faultsOf({ TENANTS_FILE: tenantsFile({ 'Not A Tenant': {} }) }).join()).toMatch(/^TENANTS_FILE: /)
})

test('the explorer is off in production unless it is switched on', () => {
  expect(load({ NODE_ENV: 'production' }).explorer).toBe(false)
  expect(load({ NODE_ENV: 'production', EXPLORER: 'on' }).explorer).toBe(true)
  expect(load({ EXPLORER: 'off' }).explorer).toBe(false)
})

test('P19 events are sent only to routers whose address is configured', () => {
  expect(load({}).allowedCallbacks).toEqual([])
  const routers = 'https://router.example.com/callback, http://10.0.0.1:4000'
  expect(load({ ALLOWED_CALLBACKS: routers }).allowedCallbacks).toEqual([
    'https://router.example.com/callback',
    'http://10.0.0.1:4000',
  ])
  expect(faultsOf({ ALLOWED_CALLBACKS: 'router.example.com' })).toEqual([
    expect.stringMatching(/^ALLOWED_CALLBACKS: got "router\.example\.com"/),
  ])
})

test('P23 faults in the limits of an account name the variable', () => {
  expect(
    faultsOf({ FLVXTRACT_LIMITS: 'uploads=many', FINOVOX_LIMITS: 'uploads=5/60', BANK_XRAY_MAX_PARALLEL: '0' }),
  ).toEqual([
    expect.stringMatching(/^FLVXTRACT_LIMITS: got "uploads=many"; wants <budget>=<calls>\/<seconds>/),
    'FINOVOX_LIMITS: there is no budget "uploads"; there are default',
    'BANK_XRAY_MAX_PARALLEL: got "0"; wants a whole number from 1 to 999999',
  ])
})

test('limits of a tenant’s own account are its own, and are a fault without its own credentials', () => {
  const own = { ...real, FLVXTRACT_LIMITS: 'uploads=50/60' }
  const path = tenantsFile({ acme: own, other: real })
  const common = { SECRET_KEY: secret, API_KEYS: `acme:${key}`, ...real, FLVXTRACT_LIMITS: 'uploads=100/60' }
  const { environment, tenants } = load({ ...common, TENANTS_FILE: path })
  expect(environment.FLVXTRACT_LIMITS).toBe('uploads=100/60')
  expect(tenants.get(parseTenantId('acme'))?.FLVXTRACT_LIMITS).toBe('uploads=50/60')
  expect(tenants.get(parseTenantId('other'))?.FLVXTRACT_LIMITS).toBeUndefined()
  const faults = faultsOf({ ...common, TENANTS_FILE: tenantsFile({ acme: { FLVXTRACT_LIMITS: 'x' } }) })
  expect(faults).toEqual([
    expect.stringMatching(/^TENANTS_FILE acme: FLVXTRACT_LIMITS: got "x"; wants/),
    expect.stringMatching(/^TENANTS_FILE acme: FLVXTRACT_LIMITS: has no effect without the tenant's own credentials/),
  ])
})
