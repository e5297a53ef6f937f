import { randomUUID } from 'node:crypto'
import { type Answer, toHtmlAnswer, toRedirectAnswer } from '../../../simulation/answer.ts'
import type { Clock } from '../../../simulation/clock.ts'
import { escapeHtml } from '../../../simulation/escape-html.ts'

/** ASSUMED: how long a join link is valid. */
const lifetimeMs = 7 * 24 * 60 * 60_000

/** A request to a customer to share a statement. */
export interface Consent {
  readonly id: string
  readonly organisationId: string
  readonly customerName: string
  readonly customerEmail: string | null
  readonly redirectUrl: string | null
  readonly status: 'Pending' | 'Completed' | 'Expired'
  readonly expiresAt: Date
}

type NewConsent = Pick<Consent, 'organisationId' | 'customerName' | 'customerEmail' | 'redirectUrl'>

export type Consents = ReturnType<typeof createConsents>

/** ASSUMED: a request can be answered once, within seven days. */
export function createConsents(clock: Clock) {
  const consents = new Map<string, Consent>()
  function find(id: string): Consent | null {
    const consent = consents.get(id)
    if (!consent) return null
    const isExpired = consent.status === 'Pending' && consent.expiresAt <= clock.now()
    return isExpired ? { ...consent, status: 'Expired' } : consent
  }
  return {
    create(own: NewConsent): Consent {
      const expiresAt = new Date(clock.now().getTime() + lifetimeMs)
      const consent: Consent = { ...own, id: randomUUID(), status: 'Pending', expiresAt }
      consents.set(consent.id, consent)
      return consent
    },
    find,
    /** Newest first. */
    list: () => [...consents.keys()].reverse().flatMap(id => find(id) ?? []),
    /** Marks a pending request as completed. @returns null when it is not pending */
    complete(id: string): Consent | null {
      const consent = find(id)
      if (consent?.status !== 'Pending') return null
      consents.set(id, { ...consent, status: 'Completed' })
      return consent
    },
  }
}

/** The page that a join link opens. */
export function toJoinPage(consent: Consent | null): Answer {
  if (!consent) return toHtmlAnswer(404, createPage('<p>This link is not known.</p>'))
  if (consent.status !== 'Pending') return toHtmlAnswer(200, createPage(`<p>${closing[consent.status]}</p>`))
  const form = '<form method="post"><button>Share my bank statement</button></form>'
  return toHtmlAnswer(200, createPage(`<p>Hello ${escapeHtml(consent.customerName)}.</p>${form}`))
}

/** A redirect to the address of the request, or a page of thanks. */
export function toJoinedAnswer(consent: Consent): Answer {
  if (consent.redirectUrl === null) return toHtmlAnswer(200, createPage(`<p>${closing.Completed}</p>`))
  return toRedirectAnswer(consent.redirectUrl)
}

const closing = {
  Completed: 'Thank you. Your statement was shared.',
  Expired: 'This link has expired.',
} as const

function createPage(content: string): string {
  return `<!doctype html><meta charset="utf-8"><title>Share a statement</title><h1>Simulated consent</h1>${content}`
}
