import { DemoFailure } from './demo-failure.ts'

/** The credentials of the simulated bank's test customer. */
const customer = { username: 'dummy', password: '654321' }
const mostSteps = 20

/**
 * Uses a provider's pages as a customer does in a browser: chooses the first bank, signs in, enters the shown TAN, and
 * connects all accounts.
 *
 * @param end the beginning of the address that the browser is sent to at the end
 * @throws DemoFailure when the pages do not lead there
 */
export async function visitBankPage(start: string, end: string, signal: AbortSignal): Promise<void> {
  let place = start
  let body: URLSearchParams | undefined
  for (let step = 0; step < mostSteps; step++) {
    const answer = await fetch(place, { method: body ? 'POST' : 'GET', body, redirect: 'manual', signal })
    const location = answer.headers.get('location')
    const page = await answer.text()
    if (location !== null) {
      place = new URL(location, place).href
      body = undefined
      if (place.startsWith(end)) return
      continue
    }
    const filled = answer.ok ? fillIn(page) : null
    if (!filled) throw new DemoFailure(`The page of the bank cannot be used: it answered ${answer.status}.`)
    place = new URL(filled.action, place).href
    body = filled.values
  }
  throw new DemoFailure('The pages of the bank lead nowhere.')
}

/** The form that a customer submits next on a page. */
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
