import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import type { Readable } from 'node:stream'
import { returnBuffer, takeBuffer } from './reused-buffers.ts'

/** A part of an answer that is already written as JSON in UTF-8. */
export class WrittenJson {
  readonly bytes: Buffer
  constructor(bytes: Buffer) {
    this.bytes = bytes
  }

  /** The parsed value. */
  toValue(): unknown {
    return JSON.parse(this.bytes.toString())
  }

  /** Its value, so that other code can serialize it; within `stringifyAround` a mark. */
  toJSON(): unknown {
    if (!gathered) return this.toValue()
    gathered.push(this.bytes)
    return mark
  }
}

interface Gathered {
  readonly parts: Buffer[]
  /** Buffers that nothing uses after the answer; null when it is complete: subscriptions that it began go on. */
  memory: Buffer<ArrayBuffer>[] | null
}

/** A stream is not filled in. */
export type AnswerBody = string | Buffer | Readable

export interface FilledAnswer {
  readonly body: AnswerBody
  /** To be called when nothing uses the body any more. Null when it has no memory that could be used again. */
  readonly release: (() => void) | null
}

/** Random, so no text of an answer contains it. */
const mark = randomUUID()
const quotedMark = JSON.stringify(mark)
const answers = new AsyncLocalStorage<Gathered>()
let gathered: Buffer[] | null = null

/** The JSON of a value. Within `fillIn`, written parts are replaced by a mark and filled in there. */
export function stringifyAround(value: unknown): string {
  gathered = answers.getStore()?.parts ?? null
  try {
    return JSON.stringify(value)
  } finally {
    gathered = null
  }
}

/** Lets others use a buffer once the answer that `fillIn` creates at present is complete. Nothing may write it any more. */
export function reuseAfterAnswer(buffer: Buffer<ArrayBuffer>): void {
  answers.getStore()?.memory?.push(buffer)
}

/** Creates an answer whose text comes from `stringifyAround`, and fills in the written parts. */
export async function fillIn(answer: () => Promise<AnswerBody>): Promise<FilledAnswer> {
  const memory: Buffer<ArrayBuffer>[] = []
  const parts: Buffer[] = []
  const gathered: Gathered = { parts, memory }
  const text = await answers.run(gathered, answer)
  gathered.memory = null
  if (typeof text !== 'string' || parts.length === 0) return { body: text, release: null }
  const whole = takeBuffer(parts.reduce((sum, part) => sum + part.length, Buffer.byteLength(text)))
  let end = 0
  for (const [index, between] of text.split(quotedMark).entries()) {
    end += parts[index - 1]?.copy(whole, end) ?? 0
    end += whole.write(between, end)
  }
  for (const buffer of memory) returnBuffer(buffer)
  return { body: whole.subarray(0, end), release: () => returnBuffer(whole) }
}
