import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '../..')

/** A page of the documentation. */
export interface Page {
  /** The path from the root of the project. */
  readonly path: string
  readonly text: string
  /** The text without its blocks of code. */
  readonly prose: string
  readonly blocks: readonly CodeBlock[]
}

/** A fenced block of code. */
export interface CodeBlock {
  /** The word after the fence, such as `sh`; empty when there is none. */
  readonly language: string
  readonly code: string
  /** The line of its fence. */
  readonly line: number
  /** The file that the block quotes: the target of the link at the end of the paragraph above, before its colon. */
  readonly quoted: string | undefined
}

const fenced = /^ *```([\w-]*)\n(.*?)^ *```$/gms

/** README, CONTRIBUTING, `docs/`, and the pages beside the code. */
export function readPages(): Page[] {
  const places = ['*.md', 'docs/**/*.md', 'src/**/*.md', 'client/**/*.md', 'console/**/*.md']
  return globSync(places, { cwd: root, exclude: name => name.includes('node_modules') })
    .filter(path => path !== 'CHANGELOG.md')
    .map(readPage)
}

export function readPage(path: string): Page {
  const text = readFileSync(join(root, path), 'utf8')
  const blocks = [...text.matchAll(fenced)].map(({ index, 1: language = '', 2: code = '' }) => ({
    language,
    code,
    line: text.slice(0, index).split('\n').length,
    quoted: /\]\(([^)]+)\):\n\n$/.exec(text.slice(0, index))?.[1],
  }))
  return { path, text, prose: text.replace(fenced, ''), blocks }
}
