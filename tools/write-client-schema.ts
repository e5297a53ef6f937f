import { writeFileSync } from 'node:fs'
import { printSchema } from 'graphql'
import { createClientSchema } from './client-schema.ts'
import { loadTypeDefs } from '../src/graphql/type-defs.ts'

// Writes the schema for code generators and editors beside the built client.

writeFileSync(
  new URL('../dist/client/schema.graphql', import.meta.url),
  `${printSchema(createClientSchema(loadTypeDefs()))}\n`,
)
