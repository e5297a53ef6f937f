import { z } from 'zod'
import { AppError } from '../errors.ts'

/** What a router says in `extensions.subscription` when it wants events sent to it. */
export interface CallbackRequest {
  readonly callbackUrl: string
  readonly subscriptionId: string
  /** Shows the router that a message is from whom it asked. Secret. */
  readonly verifier: string
  /** How often the router wants to hear that the subscription is alive; 0: not at all. */
  readonly heartbeatIntervalMs: number
}

/** More often is refused: each costs a call. */
const leastHeartbeatMs = 1_000
const longestHeartbeatMs = 3_600_000

const requestSchema = z.object({
  callbackUrl: z.string(),
  subscriptionId: z.string().min(1).max(200),
  verifier: z.string().max(1_000),
  heartbeatIntervalMs: z.union([z.literal(0), z.number().min(leastHeartbeatMs).max(longestHeartbeatMs)]).default(5_000),
})

/**
 * Reads the extensions of a GraphQL request. null: no callbacks are asked for.
 *
 * @throws AppError BAD_USER_INPUT for a request that makes no sense
 */
export function parseCallbackRequest(
  extensions: Readonly<Record<string, unknown>> | undefined,
): CallbackRequest | null {
  const asked = extensions?.subscription
  if (asked === undefined || asked === null) return null
  const parsed = requestSchema.safeParse(asked)
  if (parsed.success) return parsed.data
  const fields = parsed.error.issues.map(({ path }) => ['extensions', 'subscription', ...path].join('.'))
  throw new AppError('BAD_USER_INPUT', `Not acceptable: ${fields.join(', ')}.`)
}
