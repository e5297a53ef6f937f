import ipaddr from 'ipaddr.js'

/** Whether an IP address is routed on the internet: https://www.iana.org/assignments/iana-ipv4-special-registry */
export function isPublicIp(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast'
}
