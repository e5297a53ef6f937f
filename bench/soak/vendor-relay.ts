import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { setTimeout as delay } from 'node:timers/promises'
import { request } from 'undici'
import { z } from 'zod'
import { reservePort } from '../../src/reserve-port.ts'

/** A proxy between the nodes and one vendor that counts submissions. */
export interface VendorRelay {
  readonly url: string
  /** The number of accepted submissions by document id. */
  readonly submissions: ReadonlyMap<string, number>
  stop(): Promise<void>
}

interface Passed {
  readonly method: string
  readonly path: string
  readonly body: string
  readonly answer: string
}

/** For each vendor a function that returns the documents that an accepted call submitted. */
const readers: Readonly<Record<string, () => (call: Passed) => readonly string[]>> = {
  flvxtract:
    () =>
    ({ method, path, body }) =>
      method === 'POST' && path === '/api/statements/upload' ? documentsIn(body) : [],
  finovox:
    () =>
    ({ method, path, body }) =>
      method === 'POST' && path === '/case' ? documentsIn(body) : [],
  'bank-xray': readMedia,
  finbox:
    () =>
    ({ method, path, body }) =>
      method === 'POST' && path.endsWith('/statement/upload_session/') ? documentsIn(body) : [],
}

/** A document is submitted when its medium goes online, which may be repeated. */
function readMedia(): (call: Passed) => readonly string[] {
  const drafts = new Map<string, readonly string[]>()
  const id = z.object({ id: z.string() })
  const answerShape = z.union([z.object({ medium: id }).transform(({ medium }) => medium), id])
  return ({ method, path, body, answer }) => {
    if (method !== 'POST' || !path.startsWith('/media')) return []
    if (path === '/media') {
      drafts.set(answerShape.parse(JSON.parse(answer)).id, documentsIn(body))
      return []
    }
    const medium = path.slice('/media/'.length)
    const documents = drafts.get(medium) ?? []
    drafts.delete(medium)
    return documents
  }
}

function documentsIn(body: string): string[] {
  return [...new Set(body.match(/doc_[0-9a-z]{26}/g) ?? [])]
}

/** The longest delay of an answer to a submission, so that kills happen before the answer. */
const longestAnswerMs = 1_000

/** A call is passed on when it has arrived completely, so a node that is killed while sending has sent nothing. */
export async function startVendorRelay(vendor: string, target: string): Promise<VendorRelay> {
  const submissions = new Map<string, number>()
  const createReader = readers[vendor]
  if (!createReader) throw new Error(`It is not known how documents are submitted to ${vendor}.`)
  const read = createReader()

  async function pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const { method = 'GET', url = '/', headers } = incoming
    const body = await buffer(incoming)
    const answer = await request(`${target}${url}`, {
      method,
      headers: { ...withoutHopHeaders(headers), 'content-length': String(body.length) },
      ...(body.length > 0 && { body }),
    })
    const bytes = Buffer.from(await answer.body.arrayBuffer())
    const passed = { method, path: url, body: body.toString('latin1'), answer: bytes.toString('utf8') }
    const documents = answer.statusCode < 300 ? read(passed) : []
    for (const document of documents) submissions.set(document, (submissions.get(document) ?? 0) + 1)
    if (documents.length > 0) await delay(Math.random() * longestAnswerMs)
    outgoing
      .writeHead(answer.statusCode, { ...withoutHopHeaders(answer.headers), 'content-length': bytes.length })
      .end(bytes)
  }

  const port = await reservePort('127.0.0.1')
  const server = createServer((incoming, outgoing) => {
    pass(incoming, outgoing).catch(() => incoming.socket.destroy())
  })
  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${port}`,
    submissions,
    async stop() {
      const closed = new Promise<void>(resolve => server.close(() => resolve()))
      server.closeAllConnections()
      await closed
    },
  }
}

/** Hop-by-hop headers. */
const hopHeaders: ReadonlySet<string> = new Set(['connection', 'keep-alive', 'transfer-encoding', 'expect', 'host'])

function withoutHopHeaders<Value>(headers: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !hopHeaders.has(name)))
}
