/** Adds a parameter to an address and leaves the rest as written. @param parameter encoded, without `?` and `&` */
export function appendQuery(address: string, parameter: string): string {
  const [target = '', ...fragment] = address.split('#')
  const separator = !target.includes('?') ? '?' : /[?&]$/.test(target) ? '' : '&'
  return [target + separator + parameter, ...fragment].join('#')
}
