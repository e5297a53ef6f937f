import { InputError } from 'assay/client'

interface Payload {
  readonly userErrors: InputError['userErrors']
}

/**
 * The payload of a successful mutation.
 *
 * @throws InputError with its user errors
 */
export function given<Answer extends Payload>(payload: Answer | null | undefined): Answer {
  if (payload == null) throw new Error('The server answered nothing.')
  if (payload.userErrors.length > 0) throw new InputError(payload.userErrors)
  return payload
}
