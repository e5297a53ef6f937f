import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { root } from './read-pages.ts'
import { compileCache } from './start-process.ts'

const run = promisify(execFile)
const env = { ...process.env, ...compileCache }

/** The files that `npm pack` needs for the package of the client. */
const sources = ['client', 'schema', 'tools', 'src/graphql/type-defs.ts', 'package.json', 'tsconfig.json']
const texts = ['README.md', 'LICENSE', 'CHANGELOG.md']

export interface LoadedModule {
  readonly module: string
  readonly packages: readonly string[]
}

export interface PackedProject {
  /** A project with the package, in a folder that has all packages of this project. */
  readonly folder: string
  /** The manifest in the package, as text. */
  readonly manifest: string
  /** The names of all files in the package. */
  readonly files: readonly string[]
  /** Runs a program of the packages in the project. @returns what it printed */
  run(program: string, ...args: readonly string[]): Promise<string>
  /**
   * Imports modules of the package, each in a new project with only the package and the given packages.
   * @returns for each the names of its exports, or the message of the error
   */
  load(wanted: readonly LoadedModule[]): Promise<(string[] | string)[]>
}

/** Packs the client with `npm pack` in a copy of the project and installs it into a new project, without a network. */
export async function packClient(): Promise<PackedProject> {
  const place = await mkdtemp(join(tmpdir(), 'packed-'))
  const copy = join(place, 'copy')
  for (const path of [...sources, ...texts]) await cp(join(root, path), join(copy, path), { recursive: true })
  await mkdir(join(copy, 'dist'))
  // Above both projects, because npm would examine all packages in the folder of the copy.
  const modules = join(place, 'node_modules')
  await symlink(join(root, 'node_modules'), modules)
  await run('npm', ['pack', '--pack-destination', place, '--offline'], { cwd: copy, env })

  const folder = join(place, 'project')
  const installed = join(folder, 'node_modules/assay')
  await mkdir(installed, { recursive: true })
  const [archive = ''] = (await readdir(place)).filter(name => name.endsWith('.tgz'))
  await run('tar', ['-xzf', join(place, archive), '--strip-components=1', '-C', installed])

  async function prepare({ module, packages }: LoadedModule): Promise<string> {
    const small = await mkdtemp(join(tmpdir(), 'small-'))
    await cp(installed, join(small, 'node_modules/assay'), { recursive: true })
    for (const name of packages) {
      await mkdir(dirname(join(small, 'node_modules', name)), { recursive: true })
      await symlink(join(root, 'node_modules', name), join(small, 'node_modules', name))
    }
    const entry = join(small, 'entry.mjs')
    await writeFile(entry, `export * from '${module}'`)
    return entry
  }

  /** In one process, because the packages take long to load. */
  async function load(wanted: readonly LoadedModule[]): Promise<(string[] | string)[]> {
    const entries = await Promise.all(wanted.map(prepare))
    const script = `const loading = process.argv.slice(1).map(entry => import(entry).then(Object.keys, error => error.message))
      console.log(JSON.stringify(await Promise.all(loading)))`
    const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script, ...entries], { env })
    return JSON.parse(stdout)
  }

  return {
    folder,
    manifest: await readFile(join(installed, 'package.json'), 'utf8'),
    files: (await readdir(installed, { recursive: true, withFileTypes: true }))
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name).slice(installed.length + 1)),
    async run(program, ...args) {
      const { stdout } = await run(join(modules, '.bin', program), args, { cwd: folder, env })
      return stdout
    },
    load,
  }
}
