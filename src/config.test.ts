import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ConfigError } from './config/config-error.ts'
import { loadConfig } from './config.ts'
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

test('without any variable everything is simulated, on loopback, for anybody there', () => {
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

test('P18 real providers without a way to know the callers are refused', () => {
  expect(faultsOf({ ...real, SECRET_KEY: secret })).toEqual([expect.stringMatching(/^API_KEYS: missing/)])
  expect(load({ ...real, SECRET_KEY: secret, API_KEYS: `acme:${key}` })).toMatchObject({
    anonymous: false,
    simulate: [],
  })
  expect(load({ ...real, SIMULATE: 'all' })).toMatchObject({ anonymous: true })
})

test('P18 anonymous access is for loopback alone', () => {
  expect(faultsOf({ HOST: '0.0.0.0' })).toEqual([expect.stringMatching(/^HOST: got 0\.0\.0\.0, but without API_KEYS/)])
  for (const host of ['127.0.0.1', '::1', 'localhost', '127.5.5.5']) expect(load({ HOST: host }).anonymous).toBe(true)
  expect(load({ HOST: '0.0.0.0', API_KEYS: `acme:${key}`, SECRET_KEY: secret }).host).toBe('0.0.0.0')
})

test('P18 a tenant’s own real credentials count as much as the deployment’s', () => {
  const path = tenantsFile({ acme: real })
  expect(faultsOf({ TENANTS_FILE: path })).toEqual([expect.stringMatching(/^API_KEYS: missing/)])
})

test('P23 all faults are told at once, each by its variable, with what it got and wants', () => {
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
      'SIMULATE',
      'JWT_JWKS_URL,',
      'SECRET_KEY',
    ]),
  )
  expect(faults.find(fault => fault.startsWith('PORT'))).toMatch(/got "70000".*65535/)
})

test('P20 a fault never repeats a secret', () => {
  const faults = faultsOf({
    API_KEYS: 'acme:hush-hush',
    SECRET_KEY: 'too-short-secret',
    DATABASE_URL: 'mysql://me:hush@x/y',
  })
  expect(faults.length).toBeGreaterThanOrEqual(3)
  expect(faults.join()).not.toMatch(/hush|too-short-secret/)
})

test('what belongs together is wanted together', () => {
  expect(faultsOf({ JWT_ISSUER: 'me' })).toContain('JWT_JWKS_URL, JWT_ISSUER, JWT_AUDIENCE: all three or none')
  expect(faultsOf({ BLOB_URL: 's3://bucket?region=eu-west-1' }).join()).toMatch(
    /AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY: missing/,
  )
  expect(faultsOf({ API_KEYS: `acme:${key}` })).toEqual([expect.stringMatching(/^SECRET_KEY: missing/)])
})

test('a blank variable counts as absent', () => {
  expect(load({ PORT: '', API_KEYS: '', DATABASE_URL: '' })).toMatchObject({
    port: 4000,
    databaseUrl: null,
    anonymous: true,
  })
})

test('a tenant’s variables lie over the deployment’s, and its credentials replace them whole', () => {
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

test('the explorer is off in production unless asked for', () => {
  expect(load({ NODE_ENV: 'production' }).explorer).toBe(false)
  expect(load({ NODE_ENV: 'production', EXPLORER: 'on' }).explorer).toBe(true)
  expect(load({ EXPLORER: 'off' }).explorer).toBe(false)
})

test('P19 events are sent to no router unless its address is given', () => {
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

test('P23 faults in what an account has bought name the variable', () => {
  expect(
    faultsOf({ FLVXTRACT_LIMITS: 'uploads=many', FINOVOX_LIMITS: 'uploads=5/60', BANK_XRAY_MAX_PARALLEL: '0' }),
  ).toEqual([
    expect.stringMatching(/^FLVXTRACT_LIMITS: got "uploads=many"; wants <budget>=<calls>\/<seconds>/),
    'FINOVOX_LIMITS: there is no budget "uploads"; there are default',
    'BANK_XRAY_MAX_PARALLEL: got "0"; wants a whole number from 1 to 999999',
  ])
})

test('what a tenant’s own account has bought is its own, and of no use without credentials of its own', () => {
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
    expect.stringMatching(/^TENANTS_FILE acme: FLVXTRACT_LIMITS: is of no use without credentials/),
  ])
})
