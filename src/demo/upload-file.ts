import { z } from 'zod'
import { DemoFailure } from './demo-failure.ts'
import type { StatementFile } from './statement-file.ts'

/** The target that `createDocumentUpload` returned. */
export interface UploadTarget {
  readonly url: string
  readonly method: string
  readonly headers: readonly { readonly name: string; readonly value: string }[]
}

const refusalSchema = z.object({ error: z.object({ code: z.string(), message: z.string() }) })

/** Uploads the bytes. @throws DemoFailure with the server's error message when it refuses them */
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
