import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { root } from './read-pages.ts'

const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')))

/** External programs that a page may call. Their arguments are not checked. */
const programs = [
  'cat',
  'chown',
  'cp',
  'curl',
  'docker',
  'mkdir',
  'openssl',
  'pg_dump',
  'pg_restore',
  'printf',
  'psql',
  'tee',
]

/**
 * The faults of a shell block: scripts, files and packages that do not exist, unread variables, unknown programs.
 */
export function checkCommands(code: string, isVariable: (name: string) => boolean): string[] {
  return code
    .replaceAll('\\\n', ' ')
    .split('\n')
    .filter(line => line.trim() !== '' && !line.startsWith('#'))
    .flatMap(line => line.split(/ && | \| /))
    .flatMap(command => checkCommand(command.trim(), isVariable))
}

function checkCommand(command: string, isVariable: (name: string) => boolean): string[] {
  const words = command.match(/(?:[^\s'"]|'[^']*'|"[^"]*")+/g) ?? []
  const start = words.findIndex(word => !/^[A-Z_]+=/.test(word))
  const assigned = words.slice(0, start === -1 ? words.length : start)
  const unknown = assigned.map(word => word.split('=')[0] ?? '').filter(name => !isVariable(name))
  const faults = unknown.map(name => `no code reads the variable ${name}`)
  const [program, ...args] = start === -1 ? [] : words.slice(start)
  return program === undefined ? faults : [...faults, ...checkCall(program, args)]
}

function checkCall(program: string, args: readonly string[]): string[] {
  const [first = '', ...rest] = args.filter(word => !word.startsWith('-'))
  const missing = (path: string) => (existsSync(join(root, path)) ? [] : [`${path} does not exist`])
  if (program === 'npm') {
    if (first === 'run') return Object.hasOwn(scripts, rest[0] ?? '') ? [] : [`npm run ${rest[0]} does not exist`]
    return ['ci', 'pack', 'prune'].includes(first) || Object.hasOwn(scripts, first)
      ? []
      : [`npm ${first} is not checked`]
  }
  if (program === 'node') return missing(first)
  if (program === 'npx') {
    const files = rest.filter(word => /^(src|test|docs|bench|tools|client|console)\//.test(word))
    return [...missing(`node_modules/.bin/${first}`), ...files.flatMap(missing)]
  }
  return programs.includes(program) ? [] : [`${program} is an unknown program: add it to check-commands.ts`]
}
