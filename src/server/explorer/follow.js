import { createClient } from '/explorer/graphql-ws/client.js'

const address = new URL('/graphql', location.href.replace(/^http/, 'ws')).href
/** The most events that are shown. */
const mostShown = 100

/**
 * Follows a subscription. The editor shows only the last value, so each value contains all events so far, newest first. Not an async
 * generator, because ending one would wait for the next event.
 */
export function follow(request, headers) {
  const client = createClient({ url: address, connectionParams: headers, retryAttempts: 0 })
  const results = client.iterate(request)
  const newestFirst = []
  let received = 0
  return {
    async next() {
      const { value, done } = await results.next().catch(error => {
        const { code, reason } = error
        throw code ? { message: `The socket was closed: ${code} ${reason}` } : error
      })
      if (done) return { value, done }
      received += 1
      newestFirst.unshift(value.errors ? value : value.data)
      newestFirst.splice(mostShown)
      return { value: { received, newestFirst: [...newestFirst] }, done }
    },
    return: () => results.return(),
    [Symbol.asyncIterator]() {
      return this
    },
  }
}
