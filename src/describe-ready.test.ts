import { expect, test } from 'vitest'
import { describeReady } from './describe-ready.ts'

const url = 'http://127.0.0.1:4000'
const sandbox = { publicUrl: null, explorer: true, anonymous: true, simulate: ['a', 'b'], sandboxHosts: [] }

test.each([
  [
    'a sandbox',
    sandbox,
    'Assay is ready: console http://127.0.0.1:4000/console, explorer http://127.0.0.1:4000/explorer. It is a sandbox without credentials, reached as this machine; simulated providers: a, b.',
  ],
  [
    'a sandbox in a container',
    { ...sandbox, publicUrl: 'http://assay:8080/', sandboxHosts: ['assay'] },
    'Assay is ready: console http://assay:8080/console, explorer http://assay:8080/explorer. It is a sandbox without credentials, reached as this machine, assay; simulated providers: a, b.',
  ],
  [
    'a server without an explorer whose callers show credentials',
    { ...sandbox, anonymous: false, explorer: false, simulate: [] },
    'Assay is ready: GraphQL http://127.0.0.1:4000/graphql. Callers show a key or a token; no provider is simulated.',
  ],
])('one line names the pages and who may call: %s', (_what, facts, line) => {
  expect(describeReady(url, facts)).toBe(line)
})
