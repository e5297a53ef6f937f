import type { SecretBox } from '../auth/secret-box.ts'
import type { JsonValue } from '../domain/json.ts'

const mark = 'sealed:'

/** A checkpoint as it is stored: it may hold a vendor's tokens, addresses that open a result, or the result itself. */
export function sealCheckpoint(secretBox: Pick<SecretBox, 'seal'>, checkpoint: JsonValue): string | null {
  return checkpoint === null ? null : mark + secretBox.seal(JSON.stringify(checkpoint))
}

/**
 * A stored checkpoint. One without the mark was stored in clear by an earlier version.
 * @throws Error when it was sealed with a secret that is no longer known
 */
export function openCheckpoint(secretBox: Pick<SecretBox, 'open'>, stored: string | null): JsonValue {
  if (stored === null) return null
  const text = stored.startsWith(mark) ? secretBox.open(stored.slice(mark.length)) : stored
  const checkpoint: JsonValue = JSON.parse(text)
  return checkpoint
}
