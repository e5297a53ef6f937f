import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'
import type { CustomerAddress } from '../domain/bank-login-commands.ts'
import { isPublicIp } from '../domain/public-ip.ts'
import { AppError } from '../errors.ts'

/** Where a customer's browser may be when everything runs on one machine. */
const localRanges: ReadonlySet<string> = new Set(['loopback', 'private', 'uniqueLocal'])

/**
 * The address of the customer on the internet, which banks want to know: what the caller names, else where the request comes from.
 *
 * @param anonymous whether nobody shows credentials, so that addresses of this machine and its network are as good
 * @returns an IPv4 address where it is one, also when it was written as an IPv6 address
 * @throws AppError BAD_USER_INPUT when it is no address that a customer can have
 */
export function toCustomerAddress({ userIp, callerAddress }: CustomerAddress, anonymous: boolean): string {
  const given = userIp ?? callerAddress ?? ''
  if (isIP(given) !== 0) {
    const address = ipaddr.process(given)
    if (isPublicIp(given) || (anonymous && localRanges.has(address.range()))) return address.toString()
  }
  const fault =
    userIp == null
      ? "The request does not come from a public address. Name the customer's IP address as userIp."
      : "This is not a public IP address. Name the one that the customer's browser has on the internet."
  throw new AppError('BAD_USER_INPUT', fault, { field: ['userIp'] })
}
