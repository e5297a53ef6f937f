import type { SecretBox } from '../auth/secret-box.ts'
import type { JsonValue } from '../domain/json.ts'

const mark = 'sealed:'

/** A checkpoint as it is stored. It is sealed because it may contain a vendor's tokens, links to a result, or the result. */
export function sealCheckpoint(secretBox: Pick<SecretBox, 'seal'>, checkpoint: JsonValue): string | null {
  return checkpoint === null ? null : mark + secretBox.seal(JSON.stringify(checkpoint))
}

/**
 * Opens a stored checkpoint. One without the mark was stored unsealed by an earlier version.
 * @throws Error when it was sealed with a secret that is no longer known
 */
export function openCheckpoint(secretBox: Pick<SecretBox, 'open'>, stored: string | null): JsonValue {
  if (stored === null) return null
  const text = stored.startsWith(mark) ? secretBox.open(stored.slice(mark.length)) : stored
  const checkpoint: JsonValue = JSON.parse(text)
  return checkpoint
}
