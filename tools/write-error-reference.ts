import { readFileSync, writeFileSync } from 'node:fs'
import { createErrorReference } from './error-reference.ts'
import { loadTypeDefs } from '../src/graphql/type-defs.ts'

// Keeps the README's table of error codes that of the schema. With `--check` it only says whether it is.

const place = new URL('../README.md', import.meta.url)
const marks = /(<!-- error codes, by npm run codegen -->\n\n)[\s\S]*(\n<!-- end of error codes -->\n)/

const readme = readFileSync(place, 'utf8')
if (!marks.test(readme)) throw new Error('README.md has no place for the error codes.')
const reference = createErrorReference(loadTypeDefs())
const renewed = readme.replace(marks, (_, start: string, end: string) => `${start}${reference}${end}`)
if (!process.argv.includes('--check')) writeFileSync(place, renewed)
else if (renewed !== readme) {
  process.stderr.write(
    'README.md: its error codes are not those of schema/input-problem.graphql. Run npm run codegen.\n',
  )
  process.exitCode = 1
}
