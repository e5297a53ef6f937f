import { z } from 'zod'

const resultSchema = z.object({ data: z.record(z.string(), z.unknown()).nullish() })

/** Follows a subscription through a gateway, as server-sent events. @returns results as JSON */
export async function* followGateway(
  url: string,
  apiKey: string,
  query: string,
  variables: Readonly<Record<string, unknown>>,
): AsyncGenerator<unknown> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', 'x-api-key': apiKey },
    body: JSON.stringify({ query, variables }),
  })
  let text = ''
  for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    const parts = (text + chunk).split('\n\n')
    text = parts.pop() ?? ''
    for (const part of parts) {
      const data = /^data: (.+)$/m.exec(part)?.[1]
      if (part.includes('event: next') && data) yield resultSchema.parse(JSON.parse(data))
    }
  }
}
