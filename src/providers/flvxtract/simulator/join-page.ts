import { type Answer, toHtmlAnswer } from '../../../simulation/answer.ts'
import type { Consent } from './consents.ts'

/** What the customer sees who follows a join link. */
export function toJoinPage(consent: Consent | null): Answer {
  if (!consent) return toHtmlAnswer(404, createPage('<p>This link is not known.</p>'))
  if (consent.status !== 'Pending') return toHtmlAnswer(200, createPage(`<p>${closing[consent.status]}</p>`))
  const form = '<form method="post"><button>Share my bank statement</button></form>'
  return toHtmlAnswer(200, createPage(`<p>Hello ${escapeHtml(consent.customerName)}.</p>${form}`))
}

/** Back to where the request said, or a word of thanks. */
export function toJoinedAnswer(consent: Consent): Answer {
  if (consent.redirectUrl === null) return toHtmlAnswer(200, createPage(`<p>${closing.Completed}</p>`))
  const page = toHtmlAnswer(303, '')
  return { ...page, headers: { ...page.headers, location: consent.redirectUrl } }
}

const closing = {
  Completed: 'Thank you. Your statement was shared.',
  Expired: 'This link has expired.',
} as const

function createPage(content: string): string {
  return `<!doctype html><meta charset="utf-8"><title>Share a statement</title><h1>Simulated consent</h1>${content}`
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`)
}
