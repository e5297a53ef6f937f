interface ReturnAddresses {
  readonly successUrl: string
  readonly errorUrl: string
  readonly exitUrl: string
}

/** The query parameter with the end of the visit to the bank's page. */
export const returnParameter = 'returned'

/** The addresses of this page to which the bank's pages return, with the end of the visit. */
export function returnAddresses(): ReturnAddresses {
  const to = (end: string): string => {
    const url = new URL(location.pathname, location.origin)
    url.searchParams.set(returnParameter, end)
    return url.href
  }
  return { successUrl: to('done'), errorUrl: to('failed'), exitUrl: to('left') }
}
