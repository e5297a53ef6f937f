import { acmeKey } from './start-test-server.ts'

export interface EventStreamOptions {
  readonly query?: string
  readonly variables?: Readonly<Record<string, unknown>>
  readonly headers?: Readonly<Record<string, string>>
  /** In place of `query` and `variables`. */
  readonly body?: string
  /** Sent by GET, with this after `/graphql?`. */
  readonly search?: URLSearchParams
}

/** One block of a stream: an event, a comment, or an instruction. */
export interface StreamBlock {
  readonly event?: string
  readonly id?: string
  readonly data?: unknown
  readonly comment?: string
  readonly retry?: string
}

export type TestEventStream = Awaited<ReturnType<typeof openEventStream>>

/** Sends an operation and reads server-sent events, only when the test asks for them. */
export async function openEventStream({ url }: { readonly url: string }, options: EventStreamOptions) {
  const { query = '', variables, headers = { 'x-api-key': acmeKey }, search } = options
  const abort = new AbortController()
  const sent = { accept: 'text/event-stream', 'content-type': 'application/json', ...headers }
  const response = search
    ? await fetch(`${url}/graphql?${search}`, { signal: abort.signal, headers: { ...sent } })
    : await fetch(`${url}/graphql`, {
        method: 'POST',
        signal: abort.signal,
        headers: sent,
        body: options.body ?? JSON.stringify({ query, variables }),
      })
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''

  async function nextBlock(): Promise<StreamBlock | null> {
    for (;;) {
      const end = text.indexOf('\n\n')
      if (end >= 0) {
        const block = parseBlock(text.slice(0, end))
        text = text.slice(end + 2)
        return block
      }
      const piece = await reader?.read()
      if (!piece || piece.done) return null
      text += piece.value
    }
  }

  return {
    status: response.status,
    headers: response.headers,
    /** The next block, which may be a comment; null at the end. */
    nextBlock,
    /** The next event; null at the end. */
    async next(): Promise<StreamBlock | null> {
      for (;;) {
        const block = await nextBlock()
        if (block === null || block.event !== undefined) return block
      }
    },
    /** All remaining blocks. */
    async rest(): Promise<StreamBlock[]> {
      const blocks: StreamBlock[] = []
      for (let block = await nextBlock(); block !== null; block = await nextBlock()) blocks.push(block)
      return blocks
    },
    /** The answer to a request that was refused. */
    async json(): Promise<unknown> {
      let rest = ''
      for (let piece = await reader?.read(); piece && !piece.done; piece = await reader?.read()) rest += piece.value
      return JSON.parse(rest)
    },
    close: () => abort.abort(),
  }
}

function parseBlock(text: string): StreamBlock {
  const fields = text.split('\n').map(line => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon) || 'comment', line.slice(colon + 1).trim()] as const
  })
  return Object.fromEntries(
    fields.map(([name, value]) => [name, name === 'data' && value !== '' ? JSON.parse(value) : value]),
  )
}
