import { type Answer, toHtmlAnswer } from '../../../simulation/answer.ts'
import type { SimulatedCase } from './cases.ts'

/** Where a share link leads; at the vendor, a viewer. */
export function toSharePage(shared: SimulatedCase | null): Answer {
  if (!shared?.folder.payload.analyse_type.includes('share_link')) {
    return toHtmlAnswer(404, createPage('<p>There is nothing to be seen here.</p>'))
  }
  const { folder, plan } = shared
  if (folder.payload.share_link_settings?.password) {
    return toHtmlAnswer(200, createPage('<p>This result is protected by a password.</p>'))
  }
  const words = `${folder.documents.length} documents: ${plan.fraud}, ${plan.validation}`
  return toHtmlAnswer(200, createPage(`<p>${words}</p>`))
}

function createPage(content: string): string {
  return `<!doctype html><meta charset="utf-8"><title>Shared result</title><h1>Simulated result</h1>${content}`
}
