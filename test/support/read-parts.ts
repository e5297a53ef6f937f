import { Busboy } from '@fastify/busboy'

export interface Part {
  readonly name: string
  readonly fileName?: string
  readonly mediaType?: string
  readonly content: Buffer
}

interface Multipart {
  readonly headers: Readonly<Record<string, unknown>>
  readonly body: Buffer
}

/** The parts of a multipart body. */
export async function readParts({ headers, body }: Multipart): Promise<Part[]> {
  const parts: Part[] = []
  const parser = new Busboy({ headers: { 'content-type': String(headers['content-type']) } })
  parser.on('field', (name, value) => parts.push({ name, content: Buffer.from(value) }))
  parser.on('file', (name, stream, fileName, _, mediaType) => {
    const chunks: Buffer[] = []
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.on('end', () => parts.push({ name, fileName, mediaType, content: Buffer.concat(chunks) }))
  })
  await new Promise((resolve, reject) => parser.on('finish', resolve).on('error', reject).end(body))
  return parts
}
