import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'
import type { CustomerAddress } from '../domain/bank-login-commands.ts'
import { isPublicIp } from '../domain/public-ip.ts'
import { AppError } from '../errors.ts'

/** Addresses that are accepted when everything runs on one machine. */
const localRanges: ReadonlySet<string> = new Set(['loopback', 'private', 'uniqueLocal'])

/**
 * The customer's public IP address, which banks require: the one that the caller gives, else that of the request.
 *
 * @param anonymous whether there are no credentials, so that addresses of this machine and its network are accepted too
 * @returns an IPv4 address also when it was given as an IPv4-mapped IPv6 address
 * @throws AppError BAD_USER_INPUT for any other address
 */
export function toCustomerAddress({ userIp, callerAddress }: CustomerAddress, anonymous: boolean): string {
  const given = userIp ?? callerAddress ?? ''
  if (isIP(given) !== 0) {
    const address = ipaddr.process(given)
    if (isPublicIp(given) || (anonymous && localRanges.has(address.range()))) return address.toString()
  }
  const fault =
    userIp == null
      ? "The request does not come from a public address. Set userIp to the customer's IP address."
      : "This is not a public IP address. Set userIp to the one that the customer's browser has on the internet."
  throw new AppError('BAD_USER_INPUT', fault, { field: ['userIp'] })
}
