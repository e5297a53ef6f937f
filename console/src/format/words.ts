/** The meaning of a status, which decides its colour. */
export type Tone = 'good' | 'caution' | 'bad' | 'busy' | 'plain'

/** Clearer words for values of the API. */
const better: Readonly<Record<string, string>> = {
  ACTION_REQUIRED: 'Action required',
  AWAITING_UPLOAD: 'Waiting for its bytes',
  BANK_RISK: 'Risk assessment',
  CREDIT: 'Credit',
  DOCUMENT_FRAUD: 'Document check',
  DONE: 'Done',
  KVK: 'KVK',
  MANUAL_EXTRACTION_LIKELY: 'People are likely to read it',
  NON_COMPLIANT: 'Not compliant',
  SIREN: 'SIREN',
  STATEMENT_EXTRACTION: 'Statement reading',
  WAITING: 'Waiting for its turn',
}

/** A value of the API, such as `ACTION_REQUIRED`, in words. Unknown values become lower case. */
export function toWords(word: string): string {
  const known = better[word]
  if (known !== undefined) return known
  const text = word.replaceAll('_', ' ').toLowerCase()
  return text.charAt(0).toUpperCase() + text.slice(1)
}

const tones: Readonly<Record<string, Tone>> = {
  ACTION_REQUIRED: 'caution',
  APPROVED: 'good',
  AVAILABLE: 'good',
  BAD: 'bad',
  CANCELLED: 'plain',
  COMPLETED: 'good',
  COMPLIANT: 'good',
  DELIVERED: 'good',
  ERROR: 'bad',
  FAILED: 'bad',
  GOOD: 'good',
  HIGH: 'bad',
  LOW: 'good',
  MEDIUM: 'caution',
  NON_COMPLIANT: 'bad',
  PARTIAL: 'caution',
  PROCESSING: 'busy',
  QUEUED: 'busy',
  REJECTED: 'bad',
  RUNNING: 'busy',
  SENT: 'busy',
  STORED: 'good',
  SUBMITTING: 'busy',
  SYNCHRONIZED: 'good',
  SYNCHRONIZING: 'busy',
}

/** The tone of a value of the API; plain for an unknown one. */
export function toTone(word: string): Tone {
  return tones[word] ?? 'plain'
}
