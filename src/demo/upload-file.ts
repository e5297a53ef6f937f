import { z } from 'zod'
import { DemoFailure } from './demo-failure.ts'
import type { StatementFile } from './statement-file.ts'

/** Where `createDocumentUpload` said that the bytes go. */
export interface UploadTarget {
  readonly url: string
  readonly method: string
  readonly headers: readonly { readonly name: string; readonly value: string }[]
}

const refusalSchema = z.object({ error: z.object({ code: z.string(), message: z.string() }) })

/** Sends the bytes as they are. @throws DemoFailure with the server's own words when it does not take them */
export async function uploadFile(
  { url, method, headers }: UploadTarget,
  { name, content }: StatementFile,
  signal: AbortSignal,
): Promise<void> {
  const answer = await fetch(url, {
    method,
    headers: Object.fromEntries(headers.map(header => [header.name, header.value])),
    body: content,
    signal,
  })
  const body: unknown = await answer.json()
  if (answer.ok) return
  const { error } = refusalSchema.parse(body)
  throw new DemoFailure(`The server refuses ${name}: ${error.message} (${answer.status} ${error.code})`)
}
