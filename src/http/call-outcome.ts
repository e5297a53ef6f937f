/** What one attempt of a call says of the provider's health. `reason` is for people: no secret, nothing of the vendor's text. */
export type CallOutcome =
  /** It answered; `authorized` when the answer shows that it takes the account's credentials. */
  | { readonly kind: 'answered'; readonly authorized: boolean }
  /** It refuses the account's credentials. */
  | { readonly kind: 'unauthorized'; readonly reason: string }
  | { readonly kind: 'failed'; readonly reason: string }

export type OnOutcome = (outcome: CallOutcome) => void
