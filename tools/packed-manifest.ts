import { z } from 'zod'

/** The dependencies of the client package. */
const brought = ['@graphql-typed-document-node/core', 'graphql-sse', 'graphql-ws']

/** The packages that a project installs itself: `graphql` always, the others for the entries that import them. */
const peers = {
  '@apollo/client': '^4.3.0',
  '@urql/core': '^6.0.0',
  '@urql/exchange-graphcache': '^9.0.0',
  graphql: '^16.9.0',
  react: '^19.2.0',
  rxjs: '^7.8.0',
}

const manifestSchema = z.looseObject({
  exports: z.record(z.string(), z.union([z.string(), z.record(z.string(), z.string())])),
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
})
const kept = ['name', 'version', 'description', 'license', 'type', 'files']

/** The manifest of the client package, made from the project's. */
export function toPackedManifest(project: Readonly<Record<string, unknown>>) {
  const { exports: entries, dependencies, devDependencies } = manifestSchema.parse(project)
  const versions = { ...dependencies, ...devDependencies }
  return {
    ...Object.fromEntries(kept.map(name => [name, project[name]])),
    sideEffects: false,
    exports: Object.fromEntries(Object.entries(entries).map(([name, entry]) => [name, withoutSource(entry)])),
    dependencies: Object.fromEntries(brought.map(name => [name, `^${versions[name]}`])),
    peerDependencies: peers,
    peerDependenciesMeta: Object.fromEntries(
      Object.keys(peers)
        .filter(name => name !== 'graphql')
        .map(name => [name, { optional: true }]),
    ),
  }
}

function withoutSource(entry: string | Record<string, string>) {
  if (typeof entry === 'string') return entry
  return Object.fromEntries(Object.entries(entry).filter(([condition]) => condition !== '@assay/source'))
}
