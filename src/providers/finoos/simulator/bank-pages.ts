import { type Answer, toHtmlAnswer } from '../../../simulation/answer.ts'
import { escapeHtml } from '../../../simulation/escape-html.ts'
import { formatCents } from '../../../simulation/exact-number.ts'
import { type Bank, banks } from './banks.ts'
import { toLogo } from './logos.ts'
import type { BankSession, Step } from './sessions.ts'

/** The input of a page besides the session. */
interface PageParts {
  readonly session: BankSession
  readonly origin: string
  /** The search text of the list of banks. */
  readonly search: string
}

/** The page of a session's step. Every posted form is answered with a redirect, so the user can reload a page. */
export function toSessionPage(parts: PageParts): Answer {
  const { step } = parts.session
  return toPage(
    200,
    titles[step.name],
    `${toFault(parts.session)}${toContent(parts, step)}${cancelForm(parts.session)}`,
  )
}

/** ASSUMED: the page for an unknown session, or for a session that has ended. */
export function toDeadPage(status: 404 | 410): Answer {
  const text = status === 404 ? 'This session is not known.' : 'This session has ended. Please start again.'
  return toPage(status, 'Session not available', `<p>${text}</p>`)
}

const titles: Readonly<Record<Step['name'], string>> = {
  overview: 'Your bank logins',
  bank: 'Choose your bank',
  credentials: 'Log in to your bank',
  tan: 'Confirm with a TAN',
  accounts: 'Choose accounts',
}

function toContent(parts: PageParts, step: Step): string {
  switch (step.name) {
    case 'overview':
      return toOverview(parts)
    case 'bank':
      return toBankChoice(parts)
    case 'credentials':
      return toCredentials(parts, step.bank)
    case 'tan':
      return toTan(parts, step)
    case 'accounts':
      return toAccountChoice(parts, step)
  }
}

function toOverview({ session, origin }: PageParts): string {
  const items = [...session.user.logins.values()].map(login => {
    const { name } = login.customer.bank
    const accounts = login.accounts
      .map(({ account }) => `${escapeHtml(account.name)} <small>${groupIban(account.iban)}</small>`)
      .join('<br>')
    const remove = `<button name="login" value="${login.id}" class="plain" aria-label="Remove ${escapeHtml(name)}">Remove</button>`
    return `<li>${toImage(origin, name)}<div><strong>${escapeHtml(name)}</strong><br>${accounts}</div>${toForm(session, 'remove', remove)}</li>`
  })
  const list = items.length > 0 ? `<ul>${items.join('')}</ul>` : '<p>No bank is connected.</p>'
  return `${list}${toForm(session, 'add', '<button class="plain">Add bank login</button>')}${toForm(session, 'done', '<button>Done</button>')}`
}

function toBankChoice({ session, origin, search }: PageParts): string {
  const wanted = search.trim().toLowerCase()
  const found = banks.filter(({ name, bankCode, bic }) =>
    [name, bankCode, bic].some(text => text.toLowerCase().includes(wanted)),
  )
  const items = found.map(
    ({ name, bankCode }) =>
      `<li><button name="bank" value="${bankCode}" class="bank">${toImage(origin, name)}<span>${escapeHtml(name)}<br><small>Bank code ${bankCode}</small></span></button></li>`,
  )
  const list = items.length > 0 ? `<ul>${items.join('')}</ul>` : '<p role="status">No bank was found.</p>'
  const label = '<label for="search">Name, bank code or BIC</label>'
  const input = `<input id="search" name="search" type="search" value="${escapeHtml(search)}" autofocus>`
  return `<form method="get" role="search">${label}${input}<button class="plain">Search</button></form>${toForm(session, 'bank', list)}`
}

function toCredentials({ session, origin }: PageParts, { name }: Bank): string {
  const fields = [
    '<label for="username">User name</label>',
    '<input id="username" name="username" autocomplete="off" autocapitalize="none" spellcheck="false" required autofocus>',
    '<label for="password">Password</label>',
    '<input id="password" name="password" type="password" autocomplete="off" required>',
    '<button>Continue</button>',
  ]
  const head = `<p class="chosen">${toImage(origin, name)} ${escapeHtml(name)}</p>`
  // The credentials of the vendor's quickstart.
  const hint = '<p><small>Simulated: user name dummy, password 654321.</small></p>'
  return `${head}${hint}${toForm(session, 'credentials', fields.join(''))}${toForm(session, 'back', '<button class="plain">Another bank</button>')}`
}

function toTan({ session, origin }: PageParts, { customer, tan }: Extract<Step, { name: 'tan' }>): string {
  const { name } = customer.bank
  const input =
    '<input id="tan" name="tan" inputmode="numeric" autocomplete="one-time-code" maxlength="6" required autofocus aria-describedby="shown">'
  const shown = `<p id="shown">${escapeHtml(name)} shows you the TAN <output class="tan">${tan}</output></p>`
  const head = `<p class="chosen">${toImage(origin, name)} ${escapeHtml(name)}</p>`
  return `${head}${shown}${toForm(session, 'tan', `<label for="tan">TAN</label>${input}<button>Confirm</button>`)}`
}

function toAccountChoice({ session }: PageParts, { customer }: Extract<Step, { name: 'accounts' }>): string {
  const items = customer.accounts.map(({ account }, index) => {
    const input = `<input type="checkbox" id="account${index}" name="account" value="${account.iban}" checked>`
    const limit = account.creditLine > 0 ? `, credit line ${formatCents(account.creditLine)} EUR` : ''
    return `<li>${input}<label for="account${index}">${escapeHtml(account.name)}<br><small>${groupIban(account.iban)}${limit}</small></label></li>`
  })
  const choice = `<fieldset><legend>Accounts to connect</legend><ul>${items.join('')}</ul></fieldset>`
  return toForm(session, 'accounts', `${choice}<button>Connect</button>`)
}

function cancelForm(session: BankSession): string {
  return `<hr>${toForm(session, 'cancel', '<button class="plain">Cancel</button>')}`
}

function toForm(session: BankSession, action: string, content: string): string {
  return `<form method="post" action="/bank/${session.token}/${action}">${content}</form>`
}

function toFault({ fault }: BankSession): string {
  return fault === null ? '' : `<p class="fault" role="alert">${escapeHtml(fault)}</p>`
}

function toImage(origin: string, name: string): string {
  return `<img src="${escapeHtml(toLogo(origin, name).url)}" alt="" width="32" height="32">`
}

function groupIban(iban: string): string {
  return iban.replace(/(.{4})(?=.)/g, '$1 ')
}

const style = `
body{margin:0;background:#f3f5f8;color:#1b2430;font:16px/1.5 system-ui,sans-serif}
main{max-width:30rem;margin:2rem auto;padding:1.5rem 2rem;background:#fff;border:1px solid #d5dbe3;border-radius:12px}
h1{font-size:1.4rem;margin:0 0 1rem}header{color:#566375;font-size:.85rem}
label{display:block;margin:.8rem 0 .2rem}input:not([type=checkbox]){box-sizing:border-box;width:100%;padding:.6rem;font:inherit;border:1px solid #7b8796;border-radius:6px}
button{margin-top:1rem;padding:.6rem 1.2rem;font:inherit;color:#fff;background:#1d5fb4;border:1px solid #1d5fb4;border-radius:6px;cursor:pointer}
button.plain{color:#1d5fb4;background:#fff}button.bank{display:flex;gap:.8rem;align-items:center;width:100%;margin:0;text-align:left;color:inherit;background:#fff;border-color:#d5dbe3}
button:focus-visible,input:focus-visible{outline:3px solid #f0a500;outline-offset:1px}
ul{list-style:none;margin:1rem 0;padding:0}li{display:flex;gap:.8rem;align-items:center;margin:.5rem 0}li form{margin-left:auto}li label{margin:0}li button{margin:0}
small{white-space:nowrap}fieldset{border:0;margin:0;padding:0}.chosen{display:flex;gap:.6rem;align-items:center}.tan{font:1.4rem monospace;letter-spacing:.15em}
.fault{padding:.6rem .8rem;color:#8c1d18;background:#fdecea;border-left:4px solid #8c1d18}hr{border:0;border-top:1px solid #d5dbe3;margin:1.5rem 0 0}`

function toPage(status: number, title: string, content: string): Answer {
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title} – simulated Banking UI</title><style>${style}</style>`
  const page = `<!doctype html><html lang="en"><head>${head}</head><body><main><header>Simulated Banking UI</header><h1>${title}</h1>${content}</main></body></html>`
  const answer = toHtmlAnswer(status, page)
  return { ...answer, headers: { ...answer.headers, ...pageHeaders } }
}

// No form-action: with it, browsers would not follow the redirect to the customer's pages.
const pageHeaders = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; frame-ancestors 'none'",
} as const
