const everyForm = /<form method="post" action="([^"]+)">(.*?)<\/form>/gs

/** A customer's browser at a bank's pages. It posts the shown forms and follows redirects. */
export function createBankBrowser() {
  let html = ''
  let origin = ''
  const visited: string[] = []

  /** Follows redirects until there is a page, or an address outside this machine. */
  async function follow(url: string, init: RequestInit = {}): Promise<void> {
    origin = new URL(url).origin
    const response = await fetch(url, { ...init, redirect: 'manual' })
    const location = response.headers.get('location')
    html = await response.text()
    if (location === null) return
    visited.push(location)
    if (new URL(location).hostname === '127.0.0.1') await follow(location)
  }

  async function post(action: string, fields: readonly (readonly [string, string])[] = []): Promise<void> {
    const form = [...html.matchAll(everyForm)].find(([, to]) => to?.endsWith(`/${action}`))
    if (!form) throw new Error(`The page has no form for ${action}.`)
    const body = new URLSearchParams()
    for (const [name, value] of fields) body.append(name, value)
    await follow(`${origin}${form[1]}`, { method: 'POST', body })
  }

  const shown = (pattern: RegExp): string => pattern.exec(html)?.[1] ?? ''

  return {
    /** Every address that it was redirected to. */
    visited,
    open: (url: string) => follow(url),
    post,
    /** The code of an offered bank. */
    bankCodeOf: (name: string) => shown(new RegExp(`name="bank" value="(\\w+)"(?:(?!</button>).)*<span>${name}<`, 's')),
    /** Chooses a bank, signs in, enters the TAN and connects all accounts. */
    async connect(bankCode: string, username: string): Promise<void> {
      await post('bank', [['bank', bankCode]])
      await post('credentials', [
        ['username', username],
        ['password', '654321'],
      ])
      await this.finish()
    },
    /** Enters the TAN and connects all accounts. */
    async finish(): Promise<void> {
      await this.confirm()
      const ibans = [...html.matchAll(/name="account" value="(\w+)"/g)].map(([, iban = '']) => iban)
      await post(
        'accounts',
        ibans.map(iban => ['account', iban] as const),
      )
    },
    confirm: () => post('tan', [['tan', shown(/class="tan">(\d{6})</)]]),
  }
}
