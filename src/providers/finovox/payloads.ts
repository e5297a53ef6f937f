import { z } from 'zod'
import { membersOf } from '../../connector/payload-members.ts'

// `decision` and `share_link` are documented. Of `explanation` only the content is documented
// (https://app.finovox.com/docs/public/case_analysis/introduction). ASSUMED: it is a list of alerts, one alert, or an object
// that has one alert or a list of alerts under the name of each source. Members that are absent or of another type
// become null or are left out, but an alert without text is kept.

const word = z.string().trim().min(1).max(100).nullable().catch(null)
const text = z.string().trim().min(1).max(10_000)

const decisionWords = z
  .object({ status: word, status_fraud: word, status_validation: word })
  .transform(({ status, status_fraud, status_validation }) => ({
    status,
    fraudRisk: status_fraud,
    validation: status_validation,
  }))
  .refine(words => Object.values(words).some(one => one !== null), 'expected at least one word')

const language = /^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{1,8})*$/

const names = z
  .array(z.string().nullable().catch(null))
  .catch([])
  .transform(list => list.filter(name => name !== null))

const alertPayload = z.object({ source: word, data: z.unknown().optional(), source_documents: names })

export type AlertPayload = {
  source: string | null
  /** Empty when the vendor gave no text. */
  messages: { language: string; text: string }[]
  documentNames: string[]
}

const explanation = z.unknown().optional().transform(toAlerts)

const shareUrl = z
  .object({ url: z.url({ protocol: /^https?$/ }).max(4_000) })
  .transform(link => link.url)
  .nullable()
  .catch(null)

/** A decision without any word in it is refused. */
export const resultPayload = z
  .object({ decision: decisionWords, explanation, share_link: shareUrl })
  .transform(({ decision, explanation: alerts, share_link }) => ({ decision, alerts, shareUrl: share_link }))

/** A folder's result as far as it could be read. */
export type ResultPayload = Readonly<z.infer<typeof resultPayload>>

/** The answer to a folder that is analysed later. */
export const receiptPayload = z
  .object({ retrieve_token: z.string().min(1).max(10_000) })
  .transform(({ retrieve_token }) => ({ retrieveToken: retrieve_token }))

/** The answer while there is no result. Both members are optional, and any other answer means that the run continues. */
export const runPayload = z
  .object({ status: word, run_id: z.string().trim().min(1).max(200).nullable().catch(null) })
  .transform(({ status, run_id }) => ({ status, runId: run_id }))
  .catch({ status: null, runId: null })

export type RunPayload = Readonly<z.infer<typeof runPayload>>

function toAlerts(explanation: unknown): AlertPayload[] {
  if (Array.isArray(explanation)) return explanation.flatMap(one => toAlert(one, null))
  const bySource = membersOf(explanation)
  if ('source' in bySource || 'data' in bySource) return toAlert(bySource, null)
  return Object.entries(bySource).flatMap(([source, alerts]) =>
    (Array.isArray(alerts) ? alerts : [alerts]).flatMap(one => toAlert(one, source)),
  )
}

/**
 * An alert is a text, or a non-empty object that has a source, a text or documents. ASSUMED: an empty object is not an
 * alert, because it may stand for a source without alerts.
 *
 * @param key the source that the alert stands under; null when it stands under none
 */
function toAlert(value: unknown, key: string | null): AlertPayload[] {
  if (typeof value === 'string') {
    const messages = toMessages(value)
    return messages.length > 0 ? [{ source: key, messages, documentNames: [] }] : []
  }
  const told = membersOf(value)
  const alert = alertPayload.safeParse(told).data
  if (!alert || Object.keys(told).length === 0) return []
  const source = alert.source ?? key
  // ASSUMED: without `data` the languages may stand in the alert itself.
  const messages = toMessages('data' in told ? alert.data : told)
  const documentNames = alert.source_documents
  return source === null && messages.length === 0 && documentNames.length === 0
    ? []
    : [{ source, messages, documentNames }]
}

/** The same text by language. ASSUMED: a text that stands alone may be in any language. */
function toMessages(data: unknown): AlertPayload['messages'] {
  const alone = text.safeParse(data)
  if (alone.success) return [{ language: 'und', text: alone.data }]
  return Object.entries(membersOf(data)).flatMap(([name, member]) => {
    const told = text.safeParse(member)
    return told.success && language.test(name) ? [{ language: name, text: told.data }] : []
  })
}
