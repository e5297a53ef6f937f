const everyForm = /<form method="post" action="([^"]+)">(.*?)<\/form>/gs

/**
 * A customer's browser at a bank's pages, without JavaScript. It posts the shown forms and follows redirects.
 * @param check called with the HTML of each page
 */
export function createBankBrowser(check: (html: string) => void = () => {}) {
  let html = ''
  let origin = ''
  const visited: string[] = []

  /** Follows redirects until there is a page, or an address outside this machine. */
  async function follow(url: string, init: RequestInit = {}): Promise<void> {
    origin = new URL(url).origin
    const response = await fetch(url, { ...init, redirect: 'manual' })
    const location = response.headers.get('location')
    html = await response.text()
    if (location === null) return check(html)
    visited.push(location)
    if (new URL(location).hostname === '127.0.0.1') await follow(location)
  }

  async function post(action: string, fields: readonly (readonly [string, string])[] = []): Promise<void> {
    const [, target, content = ''] = [...html.matchAll(everyForm)].find(([, to]) => to?.endsWith(`/${action}`)) ?? []
    const missing = fields.filter(([name]) => !content.includes(`name="${name}"`))
    if (target === undefined || missing.length > 0) throw new Error(`The page has no form for ${action} ${missing}.`)
    const body = new URLSearchParams()
    for (const [name, value] of fields) body.append(name, value)
    await follow(origin + target, { method: 'POST', body })
  }

  /** The texts of the page that match a pattern. */
  const shown = (pattern: RegExp): string[] => [...html.matchAll(pattern)].map(([, found = '']) => found)

  return {
    /** Every address that it was redirected to. */
    visited,
    open: (url: string) => follow(url),
    post,
    shown,
    /** The heading of the page, or the address outside this machine that the browser was sent to. */
    place: () => shown(/<h1>(.*?)<\/h1>/g)[0] ?? visited.at(-1),
    fault: () => shown(/role="alert">(.*?)</g)[0],
    /** The code of an offered bank. */
    bankCodeOf: (name: string) =>
      shown(new RegExp(`name="bank" value="(\\w+)"(?:(?!</button>).)*<span>${name}<`, 'gs'))[0] ?? '',
    /** Chooses the bank if there is a choice, and signs in. */
    async signIn(bankCode: string, username: string, password = '654321'): Promise<void> {
      if (html.includes('name="bank"')) await post('bank', [['bank', bankCode]])
      await post('credentials', [
        ['username', username],
        ['password', password],
      ])
    },
    /** Chooses a bank, signs in, enters the TAN and connects all accounts. */
    async connect(bankCode: string, username: string): Promise<void> {
      await this.signIn(bankCode, username)
      await this.finish()
    },
    /** Enters the TAN and connects all accounts. */
    async finish(): Promise<void> {
      await this.confirm()
      await this.choose(this.offered())
    },
    /** The IBANs of the accounts that can be connected. */
    offered: () => shown(/name="account" value="(\w+)"/g),
    choose: (ibans: readonly string[]) =>
      post(
        'accounts',
        ibans.map(iban => ['account', iban] as const),
      ),
    confirm: () => post('tan', [['tan', shown(/class="tan">(\d{6})</g)[0] ?? '']]),
  }
}
