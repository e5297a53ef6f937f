import type { AccessTokenCommands } from '../domain/commands.ts'
import { type Reach, requireWholeTenant } from '../domain/reach.ts'
import { AppError } from '../errors.ts'
import type { AccessTokens } from './access-tokens.ts'
import { scopes as allScopes, isScope, type Scope } from './caller.ts'

export interface AccessTokenCommandsDeps {
  readonly accessTokens: Pick<AccessTokens, 'issue'>
  readonly hasApplicant: (reach: Reach, applicantId: string) => Promise<boolean>
  readonly now: () => Date
}

const longestSeconds = 3_600

/** The command with which a tenant's back end creates tokens for browsers. */
export function createAccessTokenCommands(deps: AccessTokenCommandsDeps): AccessTokenCommands {
  const { accessTokens, hasApplicant, now } = deps
  return {
    async create(context, { applicantId, expiresInSeconds, ...input }) {
      requireWholeTenant(context)
      const scopes = readScopes(input.scopes, input.ownScopes)
      if (expiresInSeconds < 1 || expiresInSeconds > longestSeconds) {
        const message = `A token is valid for 1 to ${longestSeconds} seconds, not for ${expiresInSeconds}.`
        throw new AppError('BAD_USER_INPUT', message, { field: ['expiresInSeconds'] })
      }
      if (!(await hasApplicant(context, applicantId)))
        throw new AppError('NOT_FOUND', 'There is no such applicant.', { field: ['applicantId'] })
      // Times in a token are whole seconds.
      const seconds = Math.floor(now().getTime() / 1_000) + expiresInSeconds
      const expiresAt = new Date(seconds * 1_000)
      const token = await accessTokens.issue({ tenant: context.tenant, applicantId, scopes, expiresAt })
      return { token, scopes: [...scopes], expiresAt }
    },
  }
}

/** @throws AppError BAD_USER_INPUT for no scope or an unknown one, FORBIDDEN for one that the caller does not have */
function readScopes(words: readonly string[], own: ReadonlySet<string>): ReadonlySet<Scope> {
  if (words.length === 0)
    throw new AppError('BAD_USER_INPUT', 'Name at least one scope, such as read.', { field: ['scopes'] })
  const scopes = words.map((word, index) => {
    const field = ['scopes', String(index)]
    if (!isScope(word)) throw new AppError('BAD_USER_INPUT', `The scopes are ${allScopes.join(', ')}.`, { field })
    if (!own.has(word)) throw new AppError('FORBIDDEN', `You do not have the scope ${word} yourself.`, { field })
    return word
  })
  return new Set(scopes)
}
