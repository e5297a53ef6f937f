import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { registerWebhooks } from '../../src/app/register-webhooks.ts'
import { loadConfig } from '../../src/config.ts'
import { AppError } from '../../src/errors.ts'
import type { Environment } from '../../src/providers/provider.ts'
import { logger } from '../support/connect-provider.ts'
import { createMemoryProvider } from '../support/memory-provider.ts'
import { runProcess } from '../support/start-process.ts'

let directory: string
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'assay-webhooks-'))
})
afterAll(() => rm(directory, { recursive: true }))

const callers = { API_KEYS: `acme:${'k'.repeat(24)}`, SECRET_KEY: 's'.repeat(32) }
const variables = { LISTER_API_KEY: { credential: true }, LISTER_WEBHOOK_TOKEN: { credential: false } }

describe('registering webhook addresses', () => {
  async function run(
    env: Readonly<Record<string, string>>,
    own: Readonly<Record<string, Record<string, string>>> = {},
  ) {
    const file = join(directory, 'tenants.json')
    await writeFile(file, JSON.stringify(own))
    const vendor = createMemoryProvider('lister', { lists: true, variables })
    const providers = [
      vendor.provider,
      createMemoryProvider('other', { variables: { OTHER_API_KEY: { credential: true } } }).provider,
    ]
    const config = loadConfig({ ...callers, OTHER_API_KEY: 'any', TENANTS_FILE: file, ...env }, providers)
    const lines: string[] = []
    const register = () => registerWebhooks({ config, providers, logger, write: line => lines.push(line) })
    return { vendor, lines, register }
  }
  const complete = {
    PUBLIC_URL: 'https://assay.example/base',
    LISTER_API_KEY: 'shared',
    LISTER_WEBHOOK_TOKEN: 'secret-1',
  }

  test('registers every configured account and prints no token', async () => {
    const { vendor, lines, register } = await run(complete, {
      acme: { LISTER_API_KEY: 'own', LISTER_WEBHOOK_TOKEN: 'secret-2' },
    })
    expect(await register()).toBe(true)
    expect(Object.fromEntries(vendor.webhookAddresses)).toEqual({
      shared: 'https://assay.example/base/webhooks/lister/secret-1',
      own: 'https://assay.example/base/webhooks/lister/secret-2',
    })
    expect(lines).toEqual([
      'lister, account of the deployment: registered https://assay.example/base/webhooks/lister/<token>',
      'lister, account of tenant acme: registered https://assay.example/base/webhooks/lister/<token>',
      expect.stringMatching(/^other, account of the deployment: skipped, because the vendor has no call for it/),
    ])
    expect(lines.join()).not.toContain('secret')
  })

  test('continues after a refusal, prints the reason, and returns that not all succeeded', async () => {
    const { vendor, lines, register } = await run(complete, {
      acme: { LISTER_API_KEY: 'own', LISTER_WEBHOOK_TOKEN: 'secret-2' },
    })
    vendor.beforeRegistering = async account => {
      if (account === 'shared') throw new AppError('PROVIDER_FORBIDDEN', 'The vendor allows it to owners only.')
    }
    expect(await register()).toBe(false)
    expect(lines[0]).toBe(
      'lister, account of the deployment: failed with PROVIDER_FORBIDDEN: The vendor allows it to owners only.',
    )
    expect([...vendor.webhookAddresses.keys()]).toEqual(['own'])
  })

  test('skips accounts without credentials, accounts that cannot verify webhooks, and simulators', async () => {
    const off = await run({ ...complete, LISTER_API_KEY: '' })
    expect(await off.register()).toBe(true)
    expect(off.lines[0]).toContain('skipped, because it has no credentials')
    const deaf = await run({ ...complete, LISTER_WEBHOOK_TOKEN: '' })
    expect(await deaf.register()).toBe(true)
    expect(deaf.lines[0]).toContain('skipped, because no webhook secret or token is configured')
    const simulated = await run({ ...complete, SIMULATE: 'lister' })
    expect(await simulated.register()).toBe(true)
    expect(simulated.lines[0]).toBe('lister: skipped, because the vendor is simulated')
    for (const { vendor } of [off, deaf, simulated]) expect(vendor.webhookAddresses.size).toBe(0)
  })

  test('needs PUBLIC_URL', async () => {
    const { register } = await run({ ...complete, PUBLIC_URL: '' })
    await expect(register()).rejects.toThrow('PUBLIC_URL: missing')
  })
})

test('the command ends with 0 on success, and with 1 and the reason otherwise', async () => {
  const start = (env: Environment) => runProcess('src/register-webhooks.ts', env)
  const [done, lost] = await Promise.all([
    start({ ...callers, PUBLIC_URL: 'https://assay.example', FINOVOX_API_KEY: 'key-of-nobody' }),
    start(callers),
  ])
  expect(done).toMatchObject({ code: 0 })
  expect(done.stdout).toMatch(/^finovox, account of the deployment: skipped, because the vendor has no call for it/m)
  expect(lost).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('PUBLIC_URL: missing') })
})
