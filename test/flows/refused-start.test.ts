import { access, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { Environment } from '../../src/providers/provider.ts'
import { keys, secretKey } from '../support/start-app.ts'
import { killProcesses, runProcess } from '../support/start-process.ts'

afterAll(killProcesses)

const real: Environment = { FLVXTRACT_CONSUMER_KEY: 'ck_real', FLVXTRACT_CONSUMER_SECRET: 'cs_real_0123456789' }
const known: Environment = { API_KEYS: `acme:${keys.acme}`, SECRET_KEY: secretKey }

/** Runs a node that has to refuse, before it has touched anything. @returns what it said, a line for each fault */
async function refusalOf(variables: Environment): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'flows-'))
  const dataDir = join(folder, 'data')
  const { code, stdout, stderr } = await runProcess({ DATA_DIR: dataDir, ...variables })
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  await expect(access(dataDir)).rejects.toThrow('ENOENT')
  await rm(folder, { recursive: true })
  return stderr
    .trimEnd()
    .split('\n')
    .slice(1)
    .map(line => line.trim())
}

describe.concurrent('P18 a node that would serve real data to anybody', () => {
  test.for<[what: string, variables: Environment, fault: RegExp]>([
    [
      'real providers and no way to know who calls',
      { ...real, SECRET_KEY: secretKey },
      /^API_KEYS: missing\. .*JWT_JWKS_URL/,
    ],
    ['anonymous callers and another address than loopback', { HOST: '0.0.0.0' }, /^HOST: got "0\.0\.0\.0"; .*API_KEYS/],
    ['callers with keys and no secret of its own', { API_KEYS: `acme:${keys.acme}` }, /^SECRET_KEY: missing\./],
    [
      'half of what JWTs need',
      { JWT_ISSUER: 'https://issuer.example' },
      /^JWT_JWKS_URL, JWT_ISSUER, JWT_AUDIENCE: wants all three/,
    ],
    ['half of a credential', { ...known, FLVXTRACT_CONSUMER_KEY: 'ck' }, /^FLVXTRACT_CONSUMER_SECRET: is missing/],
  ])('P18 refuses to start: %s', async ([_what, variables, fault]) => {
    expect(await refusalOf(variables)).toEqual([expect.stringMatching(fault)])
  })
})

test('P23 every fault of the configuration is told at once, by the name of its variable, and no secret with it', async () => {
  const wrong = {
    PORT: 'http',
    PUBLIC_URL: 'assay.example',
    DATABASE_URL: 'mysql://root:hunter2@db/assay',
    BLOB_URL: 'ftp://files',
    API_KEYS: 'acme:tooshort',
    JWT_ISSUER: 'https://issuer.example',
    SECRET_KEY: 'short-secret',
    SIMULATE: 'nobody',
    SIMULATOR_SPEED: 'fast',
    POLL_SPEEDUP: '0',
    ALLOWED_ORIGINS: 'app.example.com',
    PROVIDER_ORDER: 'WEATHER=flvxtract',
    TENANTS_FILE: '/nowhere/tenants.json',
    UPLOAD_MAX_BYTES: '-1',
    EVENT_RETENTION_DAYS: '0',
    LOG_LEVEL: 'loud',
    FLVXTRACT_BASE_URL: 'not a url',
    FLVXTRACT_EMAIL: 'developer@example.com',
  }
  const faults = await refusalOf(wrong)
  const { JWT_ISSUER: _issuer, FLVXTRACT_EMAIL: _email, ...byTheirNames } = wrong
  const byWhatIsMissing = [
    'JWT_JWKS_URL, JWT_ISSUER, JWT_AUDIENCE',
    'AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY',
    'FLVXTRACT_PASSWORD',
  ]
  const names = faults.map(fault => fault.split(':')[0])
  expect(names.toSorted()).toEqual([...Object.keys(byTheirNames), ...byWhatIsMissing].toSorted())
  for (const fault of faults) expect(fault).toMatch(/^[A-Z_, ]+: \S.{10,}/)
  for (const secret of ['hunter2', 'tooshort', 'short-secret']) expect(faults.join('\n')).not.toContain(secret)
})
