import type { LookupAddress } from 'node:dns'
import { describe, expect, test } from 'vitest'
import { failureOf } from '../../test/support/failure-of.ts'
import { startLoopbackServer } from './testing/loopback-server.ts'
import { closeLater, startTransport, write } from './testing/start-transport.ts'
import { createVendorAddresses } from './vendor-addresses.ts'
import { wasNotSent } from './was-not-sent.ts'

const production = createVendorAddresses({ provider: 'acme', baseUrl: 'https://api.acme.example/v1' })
const onLoopback = createVendorAddresses({ provider: 'acme', baseUrl: 'http://127.0.0.1:4100' })

/** A lookup that resolves every name to these addresses. */
const resolveTo =
  (...ips: readonly string[]) =>
  (_name: string, _options: unknown, callback: (error: null, addresses: LookupAddress[]) => void) =>
    callback(
      null,
      ips.map(address => ({ address, family: address.includes(':') ? 6 : 4 })),
    )

describe('P20 an address that a vendor names', () => {
  test.each([
    'https://store.example/bucket?signature=s%2F1',
    'https://store.example:8443/',
    'https://93.184.216.34/report',
    'https://[2606:2800:220:1:248:1893:25c8:1946]/',
  ])('may be on any public host: %s', address => {
    expect(production.check(address).href).toBe(address)
  })

  test.each([
    ['no address', 'secret'],
    ['an empty text', ''],
    ['an address without TLS', 'http://store.example/secret'],
    ['another scheme', 'ftp://store.example/secret'],
    ['a script', 'javascript:alert("secret")'],
    ['a file', 'file:///etc/secret'],
    ['a user in it', 'https://secret@store.example/'],
    ['a password in it', 'https://:secret@store.example/'],
    ['loopback', 'https://127.0.0.1/secret'],
    ['loopback as a number', 'https://2130706433/secret'],
    ['loopback in hexadecimal', 'https://0x7f.1/secret'],
    ['loopback in IPv6', 'https://[::1]/secret'],
    ['IPv4 loopback in IPv6', 'https://[::ffff:127.0.0.1]/secret'],
    ['a private IPv4 address in IPv6 by NAT64', 'https://[64:ff9b::a00:1]/secret'],
    ['a name of loopback', 'https://localhost/secret'],
    ['a name of loopback with a dot', 'https://localhost./secret'],
    ['a name below localhost', 'https://secret.localhost/'],
    ['a name without a domain', 'https://intranet/secret'],
    ['a name of a private network', 'https://secret.internal/'],
    ['a private address', 'https://10.0.0.1/secret'],
    ['another private address', 'https://172.16.0.1/secret'],
    ['a third private address', 'https://192.168.1.1/secret'],
    ['a link-local address, as of metadata', 'https://169.254.169.254/secret'],
    ['a link-local address in IPv6', 'https://[fe80::1]/secret'],
    ['a unique local address', 'https://[fd00::1]/secret'],
    ['a shared address of carriers', 'https://100.64.0.1/secret'],
    ['the unspecified address', 'https://0.0.0.0/secret'],
    ['multicast', 'https://224.0.0.1/secret'],
    ['broadcast', 'https://255.255.255.255/secret'],
    ['a reserved address', 'https://240.0.0.1/secret'],
  ])('is refused when it is %s, and the error quotes nothing of it', async (_, address) => {
    const failure = await failureOf(Promise.try(() => production.check(address)))
    expect(failure).toMatchObject({ code: 'PROVIDER_BAD_RESPONSE', provider: 'acme' })
    expect(`${failure.message} ${failure.cause}`).not.toMatch(/secret/)
  })

  test('may be http and in a private network when the vendor itself is configured so', () => {
    for (const address of [
      'http://127.0.0.1:4711/',
      'http://localhost/',
      'https://10.0.0.1/',
      'https://store.example/',
    ])
      expect(onLoopback.check(address).href).toBe(address)
    const inCluster = createVendorAddresses({ provider: 'acme', baseUrl: 'http://simulators:4100' })
    expect(inCluster.check('http://simulators:4101/').port).toBe('4101')
  })

  test('may have no credentials and no other scheme even then', async () => {
    for (const address of ['http://user@127.0.0.1/', 'ftp://127.0.0.1/', 'file:///etc/passwd'])
      expect(await failureOf(Promise.try(() => onLoopback.check(address)))).toMatchObject({
        code: 'PROVIDER_BAD_RESPONSE',
      })
  })

  test('on a name that resolves into a private network is not connected to, also if it resolved elsewhere before', async () => {
    const store = closeLater(await startLoopbackServer(response => response.end()))
    const { create } = await startTransport(() => undefined)
    const url = new URL(store.url.replace('http://127.0.0.1', 'https://store.example'))
    for (const lookup of [resolveTo('127.0.0.1'), resolveTo('93.184.216.34', '::1'), resolveTo('::ffff:10.0.0.1')]) {
      const http = create({ baseUrl: 'https://api.acme.example', lookup })
      const failure = await failureOf(http.send({ ...write, url }))
      expect(failure).toMatchObject({ code: 'PROVIDER_BAD_RESPONSE', provider: 'acme' })
      expect(wasNotSent(failure)).toBe(true)
    }
    expect(store.connections()).toBe(0)
  })

  test('is connected to at the checked IP address', async () => {
    const store = closeLater(await startLoopbackServer(response => response.writeHead(204).end()))
    const { create, server } = await startTransport(() => undefined)
    const url = new URL(store.url.replace('127.0.0.1', 'store.example'))
    const http = create({ baseUrl: server.url, lookup: resolveTo('127.0.0.1') })
    expect((await http.send({ ...write, url })).status).toBe(204)
  })

  test('in a call is checked by the call itself', async () => {
    const store = closeLater(await startLoopbackServer(response => response.end()))
    const { create } = await startTransport(() => undefined)
    const http = create({ baseUrl: 'https://api.acme.example' })
    expect(await failureOf(http.send({ ...write, url: new URL(store.url) }))).toMatchObject({
      code: 'PROVIDER_BAD_RESPONSE',
    })
    expect(store.connections()).toBe(0)
  })

  test('P32 on many different hosts keeps a limited number of connections', async () => {
    const store = closeLater(await startLoopbackServer(response => response.end('ok')))
    const { create, server } = await startTransport(() => undefined)
    const http = create({ baseUrl: server.url, lookup: resolveTo('127.0.0.1') })
    for (let host = 0; host < 40; host += 1) {
      const url = new URL(store.url.replace('127.0.0.1', `store-${host}.example`))
      await http.send({ ...write, method: 'GET', body: '', repeatable: true, url })
    }
    await expect.poll(() => store.openConnections()).toBeLessThanOrEqual(16)
  })
})
