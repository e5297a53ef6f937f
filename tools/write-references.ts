import { readFileSync, writeFileSync } from 'node:fs'
import { loadTypeDefs } from '../src/graphql/type-defs.ts'
import { createConfigurationReference } from './configuration-reference.ts'
import { createErrorReference } from './error-reference.ts'

// Writes the generated parts of docs/. With `--check` it only compares them.

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')

const references = [
  { page: 'docs/errors.md', source: 'schema/input-problem.graphql', text: createErrorReference(loadTypeDefs()) },
  { page: 'docs/configuration.md', source: '.env.example', text: createConfigurationReference(read('.env.example')) },
]
const marks = /(<!-- by npm run codegen -->\n\n)[\s\S]*(\n<!-- end of what npm run codegen writes -->\n)/

for (const { page, source, text } of references) {
  const present = read(page)
  if (!marks.test(present)) throw new Error(`${page} has no marks for the text generated from ${source}.`)
  const renewed = present.replace(marks, (_, start: string, end: string) => `${start}${text}${end}`)
  if (!process.argv.includes('--check')) writeFileSync(new URL(`../${page}`, import.meta.url), renewed)
  else if (renewed !== present) {
    process.stderr.write(`${page} differs from ${source}. Run npm run codegen.\n`)
    process.exitCode = 1
  }
}
