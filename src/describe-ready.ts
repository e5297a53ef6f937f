import type { Config } from './config.ts'

/** The line on a terminal when requests are accepted: the pages, and who may call. */
export function describeReady(
  url: string,
  { publicUrl, explorer, anonymous, simulate, sandboxHosts }: ReadyFacts,
): string {
  const base = (publicUrl ?? url).replace(/\/+$/, '')
  const pages = explorer ? `console ${base}/console, explorer ${base}/explorer` : `GraphQL ${base}/graphql`
  const simulated = simulate.length === 0 ? 'no provider is simulated' : `simulated providers: ${simulate.join(', ')}`
  if (!anonymous) return `Assay is ready: ${pages}. Callers show a key or a token; ${simulated}.`
  const reach = ['this machine', ...sandboxHosts].join(', ')
  return `Assay is ready: ${pages}. It is a sandbox without credentials, reached as ${reach}; ${simulated}.`
}

type ReadyFacts = Pick<Config, 'publicUrl' | 'explorer' | 'anonymous' | 'simulate' | 'sandboxHosts'>
