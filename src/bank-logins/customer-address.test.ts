import { expect, test } from 'vitest'
import { toCustomerAddress } from './customer-address.ts'

test.each([
  ['203.0.114.7', '203.0.114.7'],
  ['::ffff:203.0.114.7', '203.0.114.7'],
  ['2606:2800:220:1:248:1893:25c8:1946', '2606:2800:220:1:248:1893:25c8:1946'],
])('the customer’s address is that of %s, whether the caller gives it or calls from it', (given, address) => {
  expect(toCustomerAddress({ userIp: given, callerAddress: '10.0.0.1' }, false)).toBe(address)
  expect(toCustomerAddress({ userIp: null, callerAddress: given }, false)).toBe(address)
})

test.each(['127.0.0.1', '::1', '10.1.2.3', '192.168.0.9', '::ffff:10.0.0.1', 'fd00::1'])(
  '%s is accepted as a customer’s address only without credentials',
  given => {
    expect(toCustomerAddress({ callerAddress: given }, true)).not.toBe('')
    expect(() => toCustomerAddress({ userIp: given, callerAddress: '203.0.114.7' }, false)).toThrow(
      expect.objectContaining({ code: 'BAD_USER_INPUT', field: ['userIp'] }),
    )
    expect(() => toCustomerAddress({ callerAddress: given }, false)).toThrow(/Set userIp to the customer/)
  },
)

test.each([
  '',
  'customer',
  '203.0.114.7:80',
  '203.0.114',
  '2130706433',
  '0x7f.1',
  '224.0.0.1',
  '169.254.169.254',
  '0.0.0.0',
  '203.0.114.7, 10.0.0.1',
])('%j is not accepted as a customer’s address', given => {
  for (const anonymous of [true, false])
    expect(() => toCustomerAddress({ userIp: given }, anonymous)).toThrow(
      expect.objectContaining({ code: 'BAD_USER_INPUT', field: ['userIp'] }),
    )
})
