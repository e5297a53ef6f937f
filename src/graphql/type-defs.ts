import { readdirSync, readFileSync } from 'node:fs'
import { concatAST, type DocumentNode, parse, Source } from 'graphql'

const directory = new URL('../../schema/', import.meta.url)

/** The schema: every file in `schema/`. */
export function loadTypeDefs(): DocumentNode {
  const names = readdirSync(directory)
    .filter(name => name.endsWith('.graphql'))
    .sort()
  return concatAST(names.map(name => parse(new Source(readFileSync(new URL(name, directory), 'utf8'), name))))
}
