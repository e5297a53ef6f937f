/** What one attempt says about the provider's health. `reason` contains no secret and no text of the vendor. */
export type CallOutcome =
  /** The provider answered; `authorized` when the answer shows that it accepts the credentials. */
  | { readonly kind: 'answered'; readonly authorized: boolean }
  /** The provider refused the credentials. */
  | { readonly kind: 'unauthorized'; readonly reason: string }
  | { readonly kind: 'failed'; readonly reason: string }

export type OnOutcome = (outcome: CallOutcome) => void
