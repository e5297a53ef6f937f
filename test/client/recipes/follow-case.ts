import { CursorExpiredError, followEvents, type SubscriptionClient } from 'assay/client'
import type { EventFragment } from 'assay/client/documents'

export interface Page {
  /** Loads the data. @returns the `eventCursor` that was read before it */
  load(): Promise<string>
  show(event: EventFragment): void
}

/** Keeps a page that shows a case up to date. */
export async function followCase(subscriptions: SubscriptionClient, caseId: string, page: Page, signal: AbortSignal) {
  while (!signal.aborted) {
    const after = await page.load()
    try {
      for await (const event of followEvents(subscriptions, { filter: { caseId }, after, signal })) page.show(event)
    } catch (error) {
      if (!(error instanceof CursorExpiredError)) throw error
    }
  }
}
