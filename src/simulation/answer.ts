import type { ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** An answer before it is written. Its parts are made while they are sent, so that a large answer needs little memory. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly parts: Iterable<string | Uint8Array>
}

export function toJsonAnswer(status: number, value: unknown): Answer {
  return streamJson(status, [JSON.stringify(value)])
}

/** @param parts the JSON text in pieces. */
export function streamJson(status: number, parts: Iterable<string>): Answer {
  return { status, headers: { 'content-type': 'application/json; charset=utf-8' }, parts }
}

export function toHtmlAnswer(status: number, html: string): Answer {
  return { status, headers: { 'content-type': 'text/html; charset=utf-8' }, parts: [html] }
}

/** Redirects a browser with GET. @param location an absolute address */
export function toRedirectAnswer(location: string): Answer {
  return { status: 303, headers: { location, 'referrer-policy': 'no-referrer' }, parts: [] }
}

/** A file. */
export function toFileAnswer(mediaType: string, parts: Iterable<string | Uint8Array>): Answer {
  return { status: 200, headers: { 'content-type': mediaType }, parts }
}

/** The whole body. */
export function collectBytes(answer: Answer): Buffer {
  return Buffer.concat([...answer.parts].map(part => (typeof part === 'string' ? Buffer.from(part) : part)))
}

/** The whole body as one text. */
export function collectText(answer: Answer): string {
  return collectBytes(answer).toString()
}

/** @param headers added to those of the answer, which take precedence */
export async function writeAnswer(
  response: ServerResponse,
  answer: Answer,
  headers: Readonly<Record<string, string>>,
): Promise<void> {
  response.writeHead(answer.status, { ...headers, ...answer.headers })
  await pipeline(Readable.from(answer.parts), response)
}

/** Writes the parts, then closes the connection without ending the answer. */
export async function writeCutOff(
  response: ServerResponse,
  answer: Answer,
  headers: Readonly<Record<string, string>>,
): Promise<void> {
  response.writeHead(answer.status, { ...headers, ...answer.headers })
  await new Promise(resolve => response.write(collectBytes(answer), resolve))
  response.socket?.destroy()
}
