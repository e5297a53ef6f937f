import { composeServices } from '@theguild/federation-composition'
import { findBreaking } from './find-breaking.ts'
import { findUnbounded } from './find-unbounded.ts'
import { findUndescribed } from './find-undescribed.ts'
import { readReleasedSchema } from './released-schema.ts'
import { createSchema } from '../src/graphql/schema.ts'
import { withoutScopeDirectives } from '../src/graphql/scope-directives.ts'
import { loadTypeDefs } from '../src/graphql/type-defs.ts'

// Checks the schema: it builds, composes into a supergraph, describes everything, and is compatible with its last release.

const schema = createSchema()
const typeDefs = loadTypeDefs()
// With and without scope directives, because both may be published.
const compositionErrors = [typeDefs, withoutScopeDirectives(typeDefs)].flatMap(
  published =>
    composeServices([{ name: 'assay', typeDefs: published, url: 'http://127.0.0.1:4000/graphql' }]).errors ?? [],
)
const faults = [
  ...compositionErrors.map(error => `does not compose: ${error.message}`),
  ...findUndescribed(typeDefs).map(place => `${place} has no description`),
  ...findUnbounded(schema),
  ...findBreaking(readReleasedSchema(), typeDefs).map(
    change =>
      `breaks callers: ${change} Keep it and deprecate it, or release a new major version (npm run release:schema)`,
  ),
]
for (const fault of faults) process.stderr.write(`schema: ${fault}\n`)
process.exitCode = faults.length > 0 ? 1 : 0
