import type { CodegenConfig } from '@graphql-codegen/cli'
import { assayCodegen } from 'assay/client/codegen'

const config: CodegenConfig = {
  schema: 'node_modules/assay/dist/client/schema.graphql',
  documents: 'src/**/*.graphql',
  generates: { 'src/gql/': { preset: 'client', config: assayCodegen } },
}

export default config
