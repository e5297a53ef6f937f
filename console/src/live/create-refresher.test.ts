import { ApolloClient, ApolloLink, InMemoryCache } from '@apollo/client'
import { parse } from 'graphql'
import { Observable } from 'rxjs'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createRefresher } from './create-refresher.ts'

describe('reloading shown data after events', () => {
  /** The unanswered requests. */
  let asked: { answer(): void; fail(): void }[]
  let over: AbortController
  let told: (type: string) => void

  beforeEach(() => {
    vi.useFakeTimers()
    asked = []
    over = new AbortController()
    const link = new ApolloLink(
      () =>
        new Observable(result => {
          asked.push({
            answer() {
              result.next({ data: { cases: 1 } })
              result.complete()
            },
            fail: () => result.error(new TypeError('Failed to fetch')),
          })
        }),
    )
    const apollo = new ApolloClient({ link, cache: new InMemoryCache(), queryDeduplication: false })
    apollo.watchQuery({ query: parse('query Shown { cases }'), errorPolicy: 'all' }).subscribe({})
    told = createRefresher(apollo, over.signal)
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  const pass = () => vi.advanceTimersByTimeAsync(1_000)

  test('events in quick succession cause one refresh, and an event during a refresh causes another one', async () => {
    asked.shift()?.answer()
    told('CASE_OPENED')
    told('DOCUMENT_STORED')
    await pass()
    expect(asked).toHaveLength(1)
    told('ANALYSIS_COMPLETED')
    await pass()
    expect(asked).toHaveLength(1)
    asked.shift()?.answer()
    await pass()
    expect(asked).toHaveLength(1)
    asked.shift()?.answer()
    await pass()
    expect(asked).toHaveLength(0)
  })

  test('a refresh is repeated while the server is away, until the page is left', async () => {
    asked.shift()?.answer()
    told('CASE_OPENED')
    for (let attempt = 0; attempt < 3; attempt += 1) {
      await pass()
      expect(asked).toHaveLength(1)
      asked.shift()?.fail()
    }
    over.abort()
    await pass()
    expect(asked).toHaveLength(0)
  })

  test('events that contain all their changes cause no refresh', async () => {
    asked.shift()?.answer()
    told('ANALYSIS_PROGRESSED')
    await pass()
    expect(asked).toHaveLength(0)
  })
})
