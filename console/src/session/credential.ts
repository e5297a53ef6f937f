/** The storage key, which the explorer uses, too, so that the credential is entered only once. */
const name = 'assay:key'
const changed = 'assay:key-changed'

/** The API key or access token of this tab; null when none was entered. Deleted when the tab is closed. */
export function readCredential(): string | null {
  return sessionStorage.getItem(name) || null
}

/** Sets another credential; null: none. */
export function chooseCredential(credential: string | null): void {
  if (credential === null) sessionStorage.removeItem(name)
  else sessionStorage.setItem(name, credential)
  dispatchEvent(new Event(changed))
}

/** @returns a function that ends the watching */
export function watchCredential(onChange: () => void): () => void {
  addEventListener(changed, onChange)
  return () => removeEventListener(changed, onChange)
}

/** The headers of a credential for requests and subscriptions. */
export function toHeaders(credential: string | null): Record<string, string> {
  return credential === null ? {} : { authorization: `Bearer ${credential}` }
}
