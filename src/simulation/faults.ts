import { type Answer, collectBytes, collectText, streamJson, toHtmlAnswer, toJsonAnswer } from './answer.ts'

/** Whether the request fails before or after it was carried out. */
type When = 'before' | 'after'

/** How one request fails. Default of `when`: `before`. */
export type Fault =
  /** Another answer: `text` as it is, else `json`, else the vendor's envelope. */
  | {
      readonly kind: 'answer'
      readonly status: number
      readonly json?: unknown
      readonly text?: string
      readonly headers?: Readonly<Record<string, string>>
      readonly when?: When
    }
  /** The HTML page of a gateway. Default: status 502. */
  | { readonly kind: 'html'; readonly status?: number; readonly when?: When }
  /** No body. Default: status 200. */
  | { readonly kind: 'empty'; readonly status?: number; readonly when?: When }
  /** The first half of the right answer, as a whole answer. */
  | { readonly kind: 'truncated' }
  /** The first half of the right answer, then the connection is closed. */
  | { readonly kind: 'cut-off' }
  /** The right answer with another type for every member. */
  | { readonly kind: 'wrong-types' }
  /** No answer until it is released, then the right one. */
  | { readonly kind: 'hang'; readonly when?: When }
  /** The connection is reset. */
  | { readonly kind: 'reset'; readonly when?: When }

/** A fault that waits for its request. */
export interface QueuedFault {
  /** Resolves when a request met the fault; with `after`, when that request was carried out. */
  readonly met: Promise<void>
  /** Continues a request that hangs. */
  release(): void
  /** Removes the fault from the queue. */
  remove(): void
}

/** How a request ends. */
export type Ending = { readonly kind: 'whole' | 'cut-off'; readonly answer: Answer } | { readonly kind: 'reset' }

export type Faults<Operation extends string> = ReturnType<typeof createFaults<Operation>>

interface Waiting {
  readonly operation: string
  readonly fault: Fault
  times: number
  readonly met: PromiseWithResolvers<void>
  readonly released: PromiseWithResolvers<void>
}

/** @param toEnvelope the body of the vendor's refusal with a status */
export function createFaults<Operation extends string>(toEnvelope: (status: number) => unknown) {
  const waiting = new Set<Waiting>()
  const hanging = new Set<Waiting>()

  function take(operation: string): Waiting | null {
    for (const one of waiting) {
      if (one.operation !== '*' && one.operation !== operation) continue
      one.times -= 1
      if (one.times <= 0) waiting.delete(one)
      return one
    }
    return null
  }

  return {
    /** Makes the next `times` requests for an operation (`*`: any) fail. Faults apply in the order queued. */
    queue(operation: Operation | '*', fault: Fault, times = 1): QueuedFault {
      const one = {
        operation,
        fault,
        times,
        met: Promise.withResolvers<void>(),
        released: Promise.withResolvers<void>(),
      }
      waiting.add(one)
      return { met: one.met.promise, release: () => one.released.resolve(), remove: () => void waiting.delete(one) }
    },
    /** Ends a request with the oldest fault that matches it, or with the right answer when there is none. */
    async end(operation: Operation | 'unknown', carryOut: () => Promise<Answer>): Promise<Ending> {
      const one = take(operation)
      if (!one) return { kind: 'whole', answer: await carryOut() }
      const { fault, met, released } = one
      const when = 'when' in fault ? (fault.when ?? 'before') : 'before'
      const hang = async () => {
        hanging.add(one)
        met.resolve()
        await released.promise
        hanging.delete(one)
      }
      if (fault.kind === 'hang' && when === 'before') await hang()
      const isCarriedOut = when === 'after' || alwaysCarriedOut.has(fault.kind)
      const answer = isCarriedOut ? await carryOut() : null
      if (fault.kind === 'hang' && when === 'after') await hang()
      met.resolve()
      return toEnding(fault, answer, toEnvelope)
    },
    /** Releases every request that hangs, and forgets the other faults. */
    clear(): void {
      for (const one of hanging) one.released.resolve()
      waiting.clear()
    },
  }
}

const alwaysCarriedOut: ReadonlySet<Fault['kind']> = new Set<Fault['kind']>([
  'truncated',
  'cut-off',
  'wrong-types',
  'hang',
])

function toEnding(fault: Fault, right: Answer | null, toEnvelope: (status: number) => unknown): Ending {
  switch (fault.kind) {
    case 'reset':
      return { kind: 'reset' }
    case 'answer': {
      const answer = streamJson(fault.status, [toGivenText(fault, toEnvelope)])
      return { kind: 'whole', answer: { ...answer, headers: { ...answer.headers, ...fault.headers } } }
    }
    case 'html':
      return {
        kind: 'whole',
        answer: toHtmlAnswer(fault.status ?? 502, '<html><body><h1>Bad Gateway</h1></body></html>'),
      }
    case 'empty':
      return { kind: 'whole', answer: streamJson(fault.status ?? 200, []) }
  }
  if (!right) throw new Error(`A fault ${fault.kind} needs an answer.`)
  switch (fault.kind) {
    case 'hang':
      return { kind: 'whole', answer: right }
    case 'wrong-types':
      return { kind: 'whole', answer: toJsonAnswer(right.status, withWrongTypes(JSON.parse(collectText(right)))) }
    case 'truncated':
    case 'cut-off': {
      const body = collectBytes(right)
      const half = [body.subarray(0, Math.ceil(body.length / 2))]
      return { kind: fault.kind === 'cut-off' ? 'cut-off' : 'whole', answer: { ...right, parts: half } }
    }
  }
}

function toGivenText(
  { status, json, text }: Extract<Fault, { kind: 'answer' }>,
  toEnvelope: (status: number) => unknown,
): string {
  if (text !== undefined) return text
  return JSON.stringify(json === undefined ? toEnvelope(status) : json)
}

/** A text becomes a number, a number or boolean an object, and a list a text. null stays. */
function withWrongTypes(value: unknown): unknown {
  if (typeof value === 'string') return value.length
  if (typeof value === 'number' || typeof value === 'boolean') return { value }
  if (Array.isArray(value)) return 'list'
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withWrongTypes(member)]))
}
