import { createClient } from 'graphql-ws'
import { WebSocket } from 'ws'
import { z } from 'zod'

const errorSchema = z.object({
  message: z.string(),
  path: z.array(z.union([z.string(), z.number()])).optional(),
  extensions: z.looseObject({ code: z.string() }),
})
const socketEndSchema = z.object({ code: z.number(), reason: z.string() })
const resultSchema = z.object({ data: z.unknown().optional(), errors: z.array(errorSchema).optional() })
const userErrorSchema = z.object({ code: z.string(), message: z.string(), field: z.array(z.string()).nullable() })

export type Headers = Readonly<Record<string, string>>

/** A result, including errors. */
export interface Answer extends z.infer<typeof resultSchema> {
  readonly status: number
  readonly headers: globalThis.Headers
}

/** How a socket ended. */
export interface SocketEnd {
  readonly code: number
  readonly reason: string
}

/** One subscription on its own socket. */
export interface Subscription<Value> {
  /** The next value; null after completion. @throws Error when the socket ends or the server refuses */
  next(): Promise<Value | null>
  /** The values until completion, or until the first that fulfils the condition. */
  until(isWanted?: (value: Value) => boolean): Promise<Value[]>
  /** Resolves when the socket has ended, whichever side ended it. */
  readonly ended: Promise<SocketEnd>
  stop(): Promise<void>
}

export type GraphqlClient = ReturnType<typeof createGraphqlClient>

/**
 * A client of a node: HTTP for operations, one socket for each subscription. The shape of what `read`, `mutate` and
 * `follow` answer is also what they ask for.
 */
export function createGraphqlClient(node: { readonly url: string }, apiKey: string | null = null) {
  const credential: Headers = apiKey === null ? {} : { 'x-api-key': apiKey }

  async function answer(query: string, variables: unknown = {}, headers: Headers = {}): Promise<Answer> {
    const response = await fetch(`${node.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...credential, ...headers },
      body: JSON.stringify({ query, variables }),
    })
    return { ...resultSchema.parse(await response.json()), status: response.status, headers: response.headers }
  }

  /** The data of an operation. @throws Error for any error in the answer */
  async function ask<Data>(
    shape: z.ZodType<Data>,
    query: string,
    variables?: unknown,
    headers?: Headers,
  ): Promise<Data> {
    const { data, errors } = await answer(query, variables, headers)
    if (errors) throw new Error(errors.map(error => `${error.extensions.code}: ${error.message}`).join('\n'))
    return shape.parse(data)
  }

  return {
    answer,
    ask,
    /** The field of the query with this id. */
    async read<Data>(field: string, id: string, shape: z.ZodType<Data>): Promise<Data> {
      const query = `query ($id: ID!) { found: ${field}(id: $id) ${toSelection(shape)} }`
      return (await ask(z.object({ found: shape }), query, { id })).found
    },
    /** The payload of a mutation, with its user errors. */
    async mutate<Payload extends z.ZodRawShape>(mutation: string, input: unknown, payload: Payload, headers?: Headers) {
      const shape = z.object({ ...payload, userErrors: z.array(userErrorSchema) })
      const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`
      const query = `mutation ($input: ${type}!) { done: ${mutation}(input: $input) ${toSelection(shape)} }`
      return (await ask(z.object({ done: shape }), query, { input }, headers)).done
    },
    /** Subscribes to the present state of what has this id. */
    follow: <Value>(field: string, id: string, shape: z.ZodType<Value>) =>
      subscribe(
        node,
        credential,
        z.object({ state: shape }).transform(({ state }) => state),
        `subscription ($id: ID!) { state: ${field}(id: $id) ${toSelection(shape)} }`,
        { id },
      ),
    subscribe: <Value>(shape: z.ZodType<Value>, query: string, variables: Record<string, unknown> = {}) =>
      subscribe(node, credential, shape, query, variables),
  }
}

/** The selection of all members of a shape. The description of a member is its arguments, such as `first: 1`. */
export function toSelection(shape: z.core.$ZodType): string {
  const described = z.globalRegistry.get(shape)?.description
  return `${described ? `(${described})` : ''} ${toMembers(shape)}`
}

function toMembers(shape: z.core.$ZodType): string {
  if (shape instanceof z.ZodNullable || shape instanceof z.ZodOptional) return toSelection(shape.unwrap())
  if (shape instanceof z.ZodArray) return toSelection(shape.element)
  if (!(shape instanceof z.ZodObject)) return ''
  const members = Object.entries<z.ZodType>(shape.shape).map(([name, member]) => `${name}${toSelection(member)}`)
  return `{ ${members.join(' ')} }`
}

function subscribe<Value>(
  node: { readonly url: string },
  credential: Headers,
  shape: z.ZodType<Value>,
  query: string,
  variables: Record<string, unknown>,
): Subscription<Value> {
  const ending = Promise.withResolvers<SocketEnd>()
  const client = createClient({
    url: `${node.url.replace(/^http/, 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { ...credential },
    retryAttempts: 0,
    on: { closed: event => ending.resolve(socketEndSchema.parse(event)) },
  })
  // Values that arrived before a failure are delivered first.
  const arrivals = new ReadableStream<{ readonly result: unknown } | { readonly failure: unknown }>({
    start(controller) {
      const complete = () => controller.close()
      client.subscribe(
        { query, variables },
        {
          next: result => controller.enqueue({ result }),
          error(failure) {
            controller.enqueue({ failure })
            complete()
          },
          complete,
        },
      )
    },
  }).getReader()

  async function next(): Promise<Value | null> {
    const { value: arrival } = await arrivals.read()
    if (!arrival) return null
    if ('failure' in arrival) throw toError(arrival.failure)
    const { data, errors } = resultSchema.parse(arrival.result)
    if (errors) throw new SubscriptionRefused(errors)
    return shape.parse(data)
  }

  return {
    next,
    async until(isWanted = () => false) {
      const values: Value[] = []
      for (let value = await next(); value !== null; value = await next()) {
        values.push(value)
        if (isWanted(value)) return values
      }
      return values
    },
    ended: ending.promise,
    stop: async () => client.dispose(),
  }
}

/** The server's refusal of a subscription. */
export class SubscriptionRefused extends Error {
  override readonly name = 'SubscriptionRefused'
  readonly errors: readonly z.infer<typeof errorSchema>[]
  constructor(errors: readonly z.infer<typeof errorSchema>[]) {
    super(errors.map(error => `${error.extensions.code}: ${error.message}`).join('\n'))
    this.errors = errors
  }
}

/** The client rejects with a list of errors, or with the close event of the socket. */
function toError(failure: unknown): Error {
  const errors = z.array(errorSchema).safeParse(failure)
  if (errors.success) return new SubscriptionRefused(errors.data)
  const end = socketEndSchema.safeParse(failure)
  if (end.success) return new Error(`The socket ended: ${end.data.code} ${end.data.reason}`)
  return new Error('The subscription failed.', { cause: failure })
}
