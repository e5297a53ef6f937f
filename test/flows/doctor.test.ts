import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { examine } from '../../src/app/examine.ts'
import { loadConfig } from '../../src/config.ts'
import { startLoopbackServer } from '../../src/http/testing/loopback-server.ts'
import { providers } from '../../src/providers/index.ts'
import { lockDirectory } from '../../src/store/embedded/directory-lock.ts'
import { logger } from '../support/connect-provider.ts'

let directory: string
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'assay-doctor-'))
})
afterAll(() => rm(directory, { recursive: true }))

const callers = { API_KEYS: `acme:${'k'.repeat(24)}`, SECRET_KEY: 's'.repeat(32) }

async function run(env: Readonly<Record<string, string>>, deletions: readonly string[] = []) {
  const config = loadConfig({ DATA_DIR: join(directory, 'new'), ...env }, providers)
  const lines: string[] = []
  const isGood = await examine({ config, providers, logger, deletions, write: line => lines.push(line) })
  return { isGood, lines }
}

describe('the doctor', () => {
  test('finds no fault in a sandbox before its first start, and creates no database', async () => {
    const { isGood, lines } = await run({})
    expect(isGood).toBe(true)
    expect(lines.slice(0, 3)).toEqual([
      'ok    settings: everyone on this machine may call, and providers are simulated',
      `ok    embedded database in ${join(directory, 'new')}: does not exist yet; the first start creates it`,
      `ok    documents in ${join(directory, 'new')}: can be written, read and deleted`,
    ])
    expect(lines.slice(3)).toEqual(providers.map(({ id }) => `ok    ${id}: simulated`))
  })

  test('names the credentials that a vendor refuses, and does not print them', async () => {
    const vendor = await startLoopbackServer(response => void response.writeHead(401).end('{}'))
    const { isGood, lines } = await run({
      ...callers,
      BANK_XRAY_BASE_URL: vendor.url,
      BANK_XRAY_USER_ID: 'user',
      BANK_XRAY_SESSION_TOKEN: 'a-secret-token',
    })
    await vendor.close()
    expect(isGood).toBe(false)
    expect(lines.filter(line => line.startsWith('FAIL'))).toEqual([
      expect.stringMatching(
        /^FAIL {2}bank-xray, account of the deployment: PROVIDER_UNAUTHORIZED: .* Renew them at the vendor/,
      ),
    ])
    expect(lines).toContain('ok    finovox, account of the deployment: off, because it has no credentials')
    expect(lines.join()).not.toContain('a-secret-token')
  })

  test('does not open the database of a running server, and reports one that cannot be reached', async () => {
    const dataDir = join(directory, 'running')
    await mkdir(join(dataDir, 'database'), { recursive: true })
    const unlock = lockDirectory(dataDir)
    expect((await run({ DATA_DIR: dataDir })).lines[1]).toContain('in use by a running server')
    unlock()
    const lost = await run({ DATABASE_URL: 'postgres://127.0.0.1:1/none' })
    expect(lost.isGood).toBe(false)
    expect(lost.lines[1]).toMatch(/^FAIL {2}PostgreSQL at DATABASE_URL: .*Is the server running/)
  })

  test('deletes no user at a vendor if it cannot check whether an applicant has it', async () => {
    const { isGood, lines } = await run({}, ['vendor/user-1'])
    expect(isGood).toBe(false)
    expect(lines.at(-1)).toContain('not deleted: the database must exist and be up to date')
  })
})
