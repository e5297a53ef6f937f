import { buildSchema, type ExecutionResult, parse } from 'graphql'
import { expect, test } from 'vitest'
import { subscribeAfresh } from './subscribe-afresh.ts'

interface Context {
  readonly name: string
  forEvent(source: object): Context
  eventIdOf(): null
  audience(): string
}

function createContext(name: string): Context {
  return { name, forEvent: () => createContext(name), eventIdOf: () => null, audience: () => name }
}

/** Subscriptions to events that all of them are given, and how often one was resolved. */
function createSample() {
  const schema = buildSchema(
    'type Query { a: Int } type Subscription { event: Event } type Event { seen: String! number(plus: Int): Int! }',
  )
  const events = [{ number: 1 }, { number: 2 }]
  let resolved = 0
  const field = schema.getSubscriptionType()?.getFields().event
  if (!field) throw new Error('There is no subscription.')
  field.subscribe = async function* () {
    yield* events
  }
  field.resolve = ({ number }: { number: number }, _args: unknown, { name }: Context) => {
    resolved += 1
    return { seen: `${number} by ${name}`, number: ({ plus }: { plus: number }) => number + plus }
  }
  const shown = 'subscription Shown($plus: Int) { event { seen number(plus: $plus) } }'
  async function subscribe(name: string, text = shown, plus = 0) {
    const args = { schema, document: parse(text), variableValues: { plus } }
    const stream = await subscribeAfresh(args, createContext(name))
    if (!(Symbol.asyncIterator in stream)) throw new Error(JSON.stringify(stream))
    return stream
  }
  const answer = (seen: string, number: number) => ({ done: false, value: { data: { event: { seen, number } } } })
  return { subscribe, shown, answer, resolved: () => resolved }
}

const nextOfAll = (streams: readonly AsyncIterator<ExecutionResult>[]) =>
  Promise.all(streams.map(stream => stream.next()))

test('an event is resolved once for equal subscriptions of equal callers', async () => {
  const { subscribe, answer, resolved } = createSample()
  const streams = await Promise.all([subscribe('acme'), subscribe('acme'), subscribe('acme')])
  const first = answer('1 by acme', 1)
  expect(await nextOfAll(streams)).toEqual([first, first, first])
  expect(resolved()).toBe(1)
  const second = answer('2 by acme', 2)
  expect(await nextOfAll(streams)).toEqual([second, second, second])
  expect(resolved()).toBe(2)
})

test('P17 subscriptions that differ in their callers, variables or text have answers of their own', async () => {
  const { subscribe, shown, answer, resolved } = createSample()
  const streams = await Promise.all([
    subscribe('acme'),
    subscribe('globex'),
    subscribe('acme', shown, 10),
    subscribe('acme', shown.replace('seen', 'seen: seen ')),
  ])
  const own = answer('1 by acme', 1)
  expect(await nextOfAll(streams)).toEqual([own, answer('1 by globex', 1), answer('1 by acme', 11), own])
  expect(resolved()).toBe(4)
})

test('a subscription that comes to an event later resolves it anew', async () => {
  const { subscribe, answer, resolved } = createSample()
  const [early, late] = [await subscribe('acme'), await subscribe('acme')]
  expect(await early.next()).toEqual(answer('1 by acme', 1))
  await new Promise(resolve => setImmediate(resolve))
  expect(await late.next()).toEqual(answer('1 by acme', 1))
  expect(resolved()).toBe(2)
})
