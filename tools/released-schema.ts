import { readFileSync, writeFileSync } from 'node:fs'
import { type DocumentNode, parse, print, Source } from 'graphql'

const place = new URL('../released/schema.graphql', import.meta.url)

/** The schema of the last release. */
export function readReleasedSchema(): DocumentNode {
  return parse(new Source(readFileSync(place, 'utf8'), 'released/schema.graphql'))
}

export function writeReleasedSchema(typeDefs: DocumentNode): void {
  writeFileSync(place, `${print(typeDefs)}\n`)
}
