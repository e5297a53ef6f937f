import { DemoFailure } from './demo-failure.ts'

/** What the test customer of the simulated bank knows. */
const customer = { username: 'dummy', password: '654321' }
const mostSteps = 20

/**
 * Does in a provider's pages what a customer does in a browser: takes the first bank, signs in, enters the TAN that is shown, and
 * connects all accounts that are offered.
 *
 * @param end where the browser is sent in the end begins with this
 * @returns where it was sent
 * @throws DemoFailure when it is not
 */
export async function visitBankPage(start: string, end: string, signal: AbortSignal): Promise<string> {
  let place = start
  let body: URLSearchParams | undefined
  for (let step = 0; step < mostSteps; step++) {
    const answer = await fetch(place, { method: body ? 'POST' : 'GET', body, redirect: 'manual', signal })
    const location = answer.headers.get('location')
    const page = await answer.text()
    if (location !== null) {
      place = new URL(location, place).href
      body = undefined
      if (place.startsWith(end)) return place
      continue
    }
    const filled = answer.ok ? fillIn(page) : null
    if (!filled) throw new DemoFailure(`The page of the bank cannot be used: it answered ${answer.status}.`)
    place = new URL(filled.action, place).href
    body = filled.values
  }
  throw new DemoFailure('The pages of the bank lead nowhere.')
}

/** What there is to do on a page, the next thing first. */
function fillIn(page: string): { readonly action: string; readonly values: URLSearchParams } | null {
  const forms = [...page.matchAll(/<form method="post" action="([^"]*)">(.*?)<\/form>/gs)].map(
    ([, action = '', content = '']) => ({ action, content }),
  )
  const tan = /<output[^>]*>(\d+)<\/output>/.exec(page)?.[1]
  const steps: readonly (readonly [field: string, values: (content: string) => Record<string, string>])[] = [
    ['name="tan"', () => ({ tan: tan ?? '' })],
    ['name="password"', () => customer],
    ['name="account"', () => ({})],
    ['name="bank"', content => ({ bank: /name="bank" value="([^"]*)"/.exec(content)?.[1] ?? '' })],
  ]
  for (const [field, valuesOf] of steps) {
    const form = forms.find(({ content }) => content.includes(field))
    if (!form) continue
    const values = new URLSearchParams(valuesOf(form.content))
    for (const [, account = ''] of form.content.matchAll(/name="account" value="([^"]*)"/g))
      values.append('account', account)
    return { action: form.action, values }
  }
  return null
}
