import { execFile } from 'node:child_process'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join, matchesGlob } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { coreVariables, loadConfig } from '../src/config.ts'
import { providers } from '../src/providers/index.ts'
import { checkCommands } from './support/check-commands.ts'
import { root } from './support/read-pages.ts'
import { startApp } from './support/start-app.ts'

const run = promisify(execFile)
const read = (path: string) => readFileSync(join(root, path), 'utf8')

/** The instructions of the Dockerfile by stage. */
const stages = read('Dockerfile')
  .replaceAll(/\\\n\s*/g, '')
  .split('\n')
  .filter(line => line !== '' && !line.startsWith('#'))
  .join('\n')
  .split(/^(?=FROM )/m)
  .map(stage =>
    stage
      .trim()
      .split('\n')
      .map(line => ({ name: line.split(' ')[0] ?? '', value: line.slice(line.indexOf(' ') + 1) })),
  )
const [build = [], final = []] = stages
const valuesOf = (stage: typeof build, name: string) => stage.flatMap(line => (line.name === name ? [line.value] : []))
const commandOf = (value = '') => z.array(z.string()).parse(JSON.parse(value.replace(/^.*?CMD /, '')))
const imageEnvironment = Object.fromEntries(
  valuesOf(final, 'ENV').flatMap(value => value.split(' ').map(pair => pair.split('='))),
)

const ignored = read('.dockerignore').trim().split('\n')
const isIgnored = (path: string) =>
  ignored.some(pattern => matchesGlob(path, pattern) || matchesGlob(path, `${pattern}/**`))

const serviceSchema = z.object({
  profiles: z.array(z.string()).optional(),
  environment: z.record(z.string(), z.string()),
  ports: z.array(z.string()).optional(),
})
const compose = z.object({ services: z.record(z.string(), serviceSchema) }).parse(parse(read('compose.yaml')))
/** The operator's values for the variables in compose.yaml. */
const given: Readonly<Record<string, string>> = {
  PUBLIC_URL: 'https://assay.example.com',
  SECRET_KEY: 's'.repeat(32),
  API_KEYS: `acme:${'k'.repeat(24)}`,
}
const environmentOf = (service: string) => ({
  ...imageEnvironment,
  ...Object.fromEntries(
    Object.entries(compose.services[service]?.environment ?? {}).map(([name, value]) => [
      name,
      value.replace(/\$\{(\w+)(?::[?-]([^}]*))?\}/g, (_, key: string, rest = '') => given[key] ?? rest),
    ]),
  ),
})

describe('the Dockerfile', () => {
  test('has two stages of one image with the required Node version', () => {
    const images = stages.map(stage => stage[0]?.value.split(' ')[0])
    expect(images).toEqual(['node:24-bookworm-slim', 'node:24-bookworm-slim'])
  })

  test('copies only files that exist, and no secrets, data or packages of the machine', () => {
    const copied = valuesOf(build, 'COPY').flatMap(value => value.split(' ').slice(0, -1))
    expect(copied.filter(path => !existsSync(join(root, path)))).toEqual([])
    for (const path of ['.env', '.data/x', '.git/config', 'node_modules/a/b.js', 'console/dist/x.js'])
      expect([path, isIgnored(path)]).toEqual([path, true])
    const needed = globSync(['src/**', 'schema/*', 'package*.json', 'docs/**', 'tools/**'], {
      cwd: root,
      withFileTypes: true,
    })
      .filter(entry => entry.isFile() && !entry.name.endsWith('.test.ts'))
      .map(entry => join(entry.parentPath, entry.name).slice(root.length + 1))
    expect(needed).toContain('src/main.ts')
    expect(needed.filter(isIgnored)).toEqual([])
  })

  test('runs only commands that exist', () => {
    const commands = [...valuesOf(build, 'RUN'), ...valuesOf(final, 'RUN')]
    const faults = commands.flatMap(command => checkCommands(command, name => coreVariables.includes(name)))
    expect(commands.slice(0, 2)).toEqual(['npm ci', 'npm prune --omit=dev --ignore-scripts'])
    expect(faults).toEqual([])
  })

  test('runs an existing command as an unprivileged user', () => {
    expect(valuesOf(final, 'USER')).toEqual(['node'])
    const [program, ...args] = commandOf(valuesOf(final, 'CMD')[0])
    expect(program).toBe('node')
    expect(existsSync(join(root, args.at(-1) ?? ''))).toBe(true)
  })

  test('has a health check that agrees with /readyz', async () => {
    const [program = '', ...args] = commandOf(valuesOf(final, 'HEALTHCHECK')[0])
    expect(program).toBe('node')
    const app = await startApp()
    const { port } = new URL(app.url)
    await run(process.execPath, args, { env: { PORT: port } })
    await app.stop()
    await expect(run(process.execPath, args, { env: { PORT: port } })).rejects.toMatchObject({ code: 1 })
  })
})

describe('compose.yaml', () => {
  test('has only variables that the program reads', () => {
    const { database, ...nodes } = compose.services
    const names = Object.values(nodes).flatMap(({ environment }) => Object.keys(environment))
    expect(names.filter(name => !coreVariables.includes(name))).toEqual([])
    expect(database?.environment.POSTGRES_INITDB_ARGS).toContain('UTF8')
  })

  test('starts a sandbox that is reachable only from this machine', () => {
    const config = loadConfig(environmentOf('sandbox'), providers)
    expect(config).toMatchObject({ anonymous: true, host: '0.0.0.0', port: 4000, explorer: true, dataDir: '/data' })
    expect(config.simulate).toEqual(providers.map(({ id }) => id))
    expect(compose.services.sandbox?.ports).toEqual(['127.0.0.1:4000:4000'])
  })

  test('starts a production node with keys, and names missing variables', () => {
    const config = loadConfig(environmentOf('node'), providers)
    expect(config).toMatchObject({ anonymous: false, explorer: false, publicUrl: given.PUBLIC_URL })
    expect(config.databaseUrl).toContain('@database:5432/')
    const wanted = [...read('compose.yaml').matchAll(/\$\{(\w+):\?/g)].map(([, name = '']) => name)
    expect(wanted.toSorted()).toEqual(Object.keys(given).toSorted())
  })
})
