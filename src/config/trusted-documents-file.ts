import { parse } from 'graphql'
import { z } from 'zod'
import { readJsonFile } from './read-json-file.ts'

const variable = 'TRUSTED_DOCUMENTS'

/** The format of graphql-codegen's client preset and of Relay's compiler. */
const byIdSchema = z.record(z.string().min(1), z.string())
/** The format of Apollo's `generate-persisted-query-manifest`. */
const manifestSchema = z.object({
  format: z.literal('apollo-persisted-query-manifest'),
  version: z.literal(1),
  operations: z.array(z.object({ id: z.string().min(1), body: z.string() })),
})

/** Reads the trusted documents by their ids; null when no file is configured. */
export function readTrustedDocuments(path: string | undefined, faults: string[]): ReadonlyMap<string, string> | null {
  if (path === undefined) return null
  const json = readJsonFile(variable, path, faults)
  if (json === undefined) return null
  const entries = entriesOf(json)
  if (entries === null) {
    faults.push(
      `${variable}: ${path} does not hold {"<hash>": "<document>"}, nor Apollo's {"format": "apollo-persisted-query-manifest", "version": 1, "operations": [{"id", "body"}]}`,
    )
    return null
  }
  if (entries.length === 0) faults.push(`${variable}: ${path} contains no document, so no operation would be accepted`)
  const documents = new Map<string, string>()
  for (const [id, text] of entries) {
    const fault = faultOf(text)
    if (fault !== null) faults.push(`${variable}: ${path}: ${id} is not a GraphQL document: ${fault}`)
    if (documents.has(id)) faults.push(`${variable}: ${path}: ${id} occurs twice`)
    documents.set(id, text)
  }
  return documents
}

function entriesOf(json: unknown): [id: string, text: string][] | null {
  const manifest = manifestSchema.safeParse(json)
  if (manifest.success) return manifest.data.operations.map(({ id, body }) => [id, body])
  const byId = byIdSchema.safeParse(json)
  return byId.success ? Object.entries(byId.data) : null
}

function faultOf(text: string): string | null {
  try {
    parse(text)
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
