/** Tokens of one kind, such as access tokens, of a simulated vendor. */
export type Tokens<Owner> = ReturnType<typeof createTokens<Owner>>

export interface TokenOptions<Owner> {
  readonly now: () => Date
  readonly lifetimeMs: number
  /** A new token. @param at the present time, in milliseconds since 1970 */
  create(owner: Owner, at: number): string
}

export function createTokens<Owner>({ now, lifetimeMs, create }: TokenOptions<Owner>) {
  const issued = new Map<string, { readonly owner: Owner; readonly expiresAt: number }>()

  /** The owner of a valid token, else null. */
  function ownerOf(token: string): Owner | null {
    const found = issued.get(token)
    return found && found.expiresAt > now().getTime() ? found.owner : null
  }

  return {
    ownerOf,
    issue(owner: Owner): string {
      const at = now().getTime()
      for (const [token, { expiresAt }] of issued) if (expiresAt <= at) issued.delete(token)
      const token = create(owner, at)
      issued.set(token, { owner, expiresAt: at + lifetimeMs })
      return token
    },
    /** Invalidates a token. @returns its owner if it was valid, else null */
    redeem(token: string): Owner | null {
      const owner = ownerOf(token)
      issued.delete(token)
      return owner
    },
    /** Invalidates all of them. */
    expire: () => issued.clear(),
  }
}
