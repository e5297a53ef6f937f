import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadConfig } from '../config.ts'
import { readTrustedDocuments } from './trusted-documents-file.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trusted-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function read(content: string) {
  const path = join(folder, 'documents.json')
  await writeFile(path, content)
  const faults: string[] = []
  return { documents: readTrustedDocuments(path, faults), faults: faults.map(fault => fault.replace(path, 'FILE')) }
}

const apollo = (operations: readonly unknown[]) =>
  JSON.stringify({ format: 'apollo-persisted-query-manifest', version: 1, operations })

test('documents by hash are read in the format of graphql-codegen and Relay', async () => {
  expect(await read('{"a1": "{ a }", "b2": "mutation { b }"}')).toEqual({
    documents: new Map([
      ['a1', '{ a }'],
      ['b2', 'mutation { b }'],
    ]),
    faults: [],
  })
})

test('Apollo’s manifest is read', async () => {
  expect(await read(apollo([{ id: 'a1', name: 'A', type: 'query', body: 'query A { a }' }]))).toEqual({
    documents: new Map([['a1', 'query A { a }']]),
    faults: [],
  })
})

test.each([
  ['{', 'TRUSTED_DOCUMENTS: FILE cannot be read as JSON'],
  ['[]', 'TRUSTED_DOCUMENTS: FILE does not hold {"<hash>": "<document>"}'],
  ['{"a1": 7}', 'TRUSTED_DOCUMENTS: FILE does not hold {"<hash>": "<document>"}'],
  ['{"format": "apollo-persisted-query-manifest", "version": 2, "operations": []}', 'does not hold'],
  [apollo([{ id: 'a1', name: 'A' }]), 'does not hold'],
  ['{}', 'TRUSTED_DOCUMENTS: FILE contains no document'],
  [apollo([]), 'TRUSTED_DOCUMENTS: FILE contains no document'],
  ['{"a1": "{ a"}', 'TRUSTED_DOCUMENTS: FILE: a1 is not a GraphQL document: Syntax Error'],
  [
    apollo([
      { id: 'a1', body: '{ a }' },
      { id: 'a1', body: '{ b }' },
    ]),
    'TRUSTED_DOCUMENTS: FILE: a1 occurs twice',
  ],
])('P23 %s is a fault', async (content, fault) => {
  expect((await read(content)).faults).toEqual([expect.stringContaining(fault)])
})

test('P23 a missing file is reported with all other faults before anything starts', () => {
  const variables = { TRUSTED_DOCUMENTS: join(folder, 'none.json'), PORT: 'x' }
  expect(() => loadConfig(variables, [])).toThrow(/PORT[\s\S]*TRUSTED_DOCUMENTS: \S+none\.json cannot be read/)
})
