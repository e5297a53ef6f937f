import { z } from 'zod'

// `decision` and `share_link` are documented, of `explanation` only what it holds
// (https://app.finovox.com/docs/public/case_analysis/introduction), its shape is ASSUMED: a list of alerts, or lists of
// alerts by their source. Whatever is absent or of another type than expected is null or left out.

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

/** The same text by language; ASSUMED that one which stands alone may be in any. */
const messages = z
  .unknown()
  .optional()
  .transform(data => {
    const alone = text.safeParse(data)
    if (alone.success) return [{ language: 'und', text: alone.data }]
    const members = Object.entries(z.record(z.string(), z.unknown()).safeParse(data).data ?? {})
    return members.flatMap(([name, member]) => {
      const told = text.safeParse(member)
      return told.success && language.test(name) ? [{ language: name, text: told.data }] : []
    })
  })

const names = z
  .array(z.string().nullable().catch(null))
  .catch([])
  .transform(list => list.filter(name => name !== null))

const alertPayload = z
  .object({ source: word, data: messages, source_documents: names })
  .transform(({ source, data, source_documents }) => ({ source, messages: data, documentNames: source_documents }))

export type AlertPayload = z.infer<typeof alertPayload>

const explanation = z.unknown().optional().transform(toAlerts)

const shareUrl = z
  .object({ url: z.url({ protocol: /^https?$/ }).max(4_000) })
  .transform(link => link.url)
  .nullable()
  .catch(null)

/** A decision without a single word in it is none. */
export const resultPayload = z
  .object({ decision: decisionWords, explanation, share_link: shareUrl })
  .transform(({ decision, explanation: alerts, share_link }) => ({ decision, alerts, shareUrl: share_link }))

/** A folder's result as far as it could be read. */
export type ResultPayload = Readonly<z.infer<typeof resultPayload>>

/** What a folder is answered with that is analysed later. */
export const receiptPayload = z
  .object({ retrieve_token: z.string().min(1).max(10_000) })
  .transform(({ retrieve_token }) => ({ retrieveToken: retrieve_token }))

/** What is answered while there is no result. A run without an id, or a word, is under way all the same. */
export const runPayload = z
  .object({ status: word, run_id: z.string().trim().min(1).max(200).nullable().catch(null) })
  .transform(({ status, run_id }) => ({ status, runId: run_id }))
  .catch({ status: null, runId: null })

export type RunPayload = Readonly<z.infer<typeof runPayload>>

function toAlerts(value: unknown): AlertPayload[] {
  if (Array.isArray(value)) return value.flatMap(one => toAlert(one, null))
  const bySource = z.record(z.string(), z.array(z.unknown()).catch([])).safeParse(value).data ?? {}
  return Object.entries(bySource).flatMap(([source, list]) => list.flatMap(one => toAlert(one, source)))
}

/** What says nothing is no alert. */
function toAlert(value: unknown, source: string | null): AlertPayload[] {
  const alert = alertPayload.safeParse(value).data
  if (!alert || alert.messages.length === 0) return []
  return [{ ...alert, source: alert.source ?? source }]
}
