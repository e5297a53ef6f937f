import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import Fastify from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { registerConsole } from './console.ts'
import { call } from './testing/call.ts'
import { startServerForTest } from './testing/start-test-server.ts'

describe('the console on the server', () => {
  const app = Fastify()
  const unbuilt = Fastify()
  let folder: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'console-'))
    await mkdir(join(folder, 'assets'))
    await writeFile(join(folder, 'index.html'), '<!doctype html>the page')
    await writeFile(join(folder, 'assets', 'main-Ab_12.js'), 'run()')
    await writeFile(join(folder, 'assets', 'secret.env'), 'secret')
    await app.register(scope => registerConsole(scope, pathToFileURL(`${folder}/`)))
    await unbuilt.register(scope => registerConsole(scope, pathToFileURL(`${folder}/nothing-here/`)))
  })
  afterAll(async () => {
    await app.close()
    await unbuilt.close()
    await rm(folder, { recursive: true })
  })

  test('answers every address below /console with the page, whose policy allows only content of this server', async () => {
    for (const url of ['/console', '/console/', '/console/cases/case_1/money?search=rent']) {
      const { statusCode, body, headers } = await app.inject(url)
      expect({ statusCode, body }).toEqual({ statusCode: 200, body: '<!doctype html>the page' })
      expect(headers['cache-control']).toBe('no-cache')
      const policy = String(headers['content-security-policy'])
      expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/)
      expect(policy).not.toContain('unsafe')
    }
  })

  test('lets browsers cache files whose names contain a hash of their content', async () => {
    const { body, headers } = await app.inject('/console/assets/main-Ab_12.js')
    expect(body).toBe('run()')
    expect(headers['content-type']).toBe('text/javascript; charset=utf-8')
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
  })

  test('does not answer with the page for a missing file, and serves no files of other types or folders', async () => {
    for (const file of ['gone-1.js', 'secret.env', '..%2Findex.html', '%2e%2e%2findex.html', '..%2f..%2fpackage.js'])
      expect((await app.inject(`/console/assets/${file}`)).statusCode).toBe(404)
  })

  test('is served only if the explorers are', async () => {
    const server = await startServerForTest({ explorer: false })
    for (const path of ['/console', '/', '/explorer']) expect((await call(server, { path })).status).toBe(404)
  })

  test('says how to build it if it is not built', async () => {
    const { statusCode, body, headers } = await unbuilt.inject('/console')
    expect(statusCode).toBe(503)
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    expect(body).toContain('npm run build:console')
  })
})
