import { readFileSync, writeFileSync } from 'node:fs'
import { createCacheTables } from './cache-tables.ts'
import { createClientSchema } from './client-schema.ts'
import { loadTypeDefs } from '../src/graphql/type-defs.ts'

// Writes the client's cache tables from the schema. With `--check` it only compares them.

const place = new URL('../client/__generated__/cache-tables.ts', import.meta.url)
const tables = createCacheTables(createClientSchema(loadTypeDefs()))
if (!process.argv.includes('--check')) writeFileSync(place, tables)
else if (readFileSync(place, 'utf8') !== tables) {
  process.stderr.write('client/__generated__/cache-tables.ts is out of date. Run npm run codegen.\n')
  process.exitCode = 1
}
