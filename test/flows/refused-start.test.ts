import { once } from 'node:events'
import { access, mkdtempDisposable, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { z } from 'zod'
import { createApp } from '../../src/app.ts'
import { loadConfig } from '../../src/config.ts'
import { describeStartFailure } from '../../src/describe-start-failure.ts'
import { providers } from '../../src/providers/index.ts'
import type { Environment } from '../../src/providers/provider.ts'
import { secretKey } from '../support/start-app-on.ts'
import { killProcesses, runProcess } from '../support/start-process.ts'

afterAll(killProcesses)

const real: Environment = { FLVXTRACT_CONSUMER_KEY: 'ck_real', FLVXTRACT_CONSUMER_SECRET: 'cs_real_0123456789' }

/** How a start ends. @returns what it prints */
type Start = (variables: Environment) => Promise<string>

/** As a process, which must end with 1. */
const asProcess: Start = async variables => {
  const { code, stdout, stderr } = await runProcess('src/main.ts', { PORT: '0', ...variables })
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  return stderr
}

/** The same steps as those of the process, in this one. */
const here: Start = variables => {
  const starting = async () => {
    const app = await createApp(loadConfig({ PORT: '0', ...variables }, providers), providers)
    await app.stop()
    return 'could be started'
  }
  return starting().catch(describeStartFailure)
}

/** Starts a node that must refuse to start before it touches anything. @returns its lines, one for each fault */
async function refusalOf(variables: Environment, start: Start = here): Promise<string[]> {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'flows-'))
  const dataDir = join(folder.path, 'data')
  const printed = await start({ DATA_DIR: dataDir, ...variables })
  await expect(access(dataDir)).rejects.toThrow('ENOENT')
  return printed
    .trimEnd()
    .split('\n')
    .slice(1)
    .map(line => line.trim())
}

test('P18 a node that would serve real data to everyone refuses to start', async () => {
  expect(await refusalOf({ ...real, SECRET_KEY: secretKey })).toEqual([
    expect.stringMatching(/^API_KEYS: missing\. .*JWT_JWKS_URL/),
  ])
})

test('P23 all faults of the configuration are reported at once under their variables, without secrets', async () => {
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
  const faults = await refusalOf(wrong, asProcess)
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

test('P23 a trusted document that does not fit the schema is reported with its operation and fault before anything starts', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'trusted-'))
  const path = join(folder.path, 'documents.json')
  const documents = {
    a1: 'query Good { dataProviders { id } }',
    b2: 'query WorkList { dataProviders { id surname } }',
    c3: 'mutation { startAnalysis { analysis { id } } }',
    d4: `query Wide { ${Array.from({ length: 400 }, (_, index) => `a${index}: dataProviders { id }`).join(' ')} }`,
    e5: 'fragment Alone on Case { id }',
  }
  await writeFile(path, JSON.stringify(documents))
  expect(await refusalOf({ TRUSTED_DOCUMENTS: path })).toEqual([
    expect.stringMatching(
      /^TRUSTED_DOCUMENTS: b2 \(query WorkList\): Cannot query field "surname" on type "DataProvider"/,
    ),
    expect.stringMatching(/^TRUSTED_DOCUMENTS: c3 \(mutation\): .*argument "input".* is required/),
    expect.stringMatching(/^TRUSTED_DOCUMENTS: d4 \(query Wide\): The query has 400 aliases.* at most/),
    expect.stringMatching(/^TRUSTED_DOCUMENTS: e5 \(without an operation\): Fragment "Alone" is never used/),
  ])
})

test('a port in use is reported before anything starts', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = z.object({ port: z.number() }).parse(other.address())
  await using folder = await mkdtempDisposable(join(tmpdir(), 'flows-'))
  const dataDir = join(folder.path, 'data')
  expect(await here({ DATA_DIR: dataDir, PORT: String(port) })).toContain('EADDRINUSE')
  await expect(access(dataDir)).rejects.toThrow('ENOENT')
  other.close()
})
