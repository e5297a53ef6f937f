import { z } from 'zod'
import { AppError } from '../errors.ts'

/** `extensions.subscription` of a router's request that events be sent to it. */
export interface CallbackRequest {
  readonly callbackUrl: string
  readonly subscriptionId: string
  /** A secret that shows the router that a message comes from this server. */
  readonly verifier: string
  /** How often to tell the router that the subscription is alive; 0 for never. */
  readonly heartbeatIntervalMs: number
}

/** A shorter interval is refused, because each heartbeat is a call. */
const leastHeartbeatMs = 1_000
const longestHeartbeatMs = 3_600_000

const requestSchema = z.object({
  callbackUrl: z.string(),
  subscriptionId: z.string().min(1).max(200),
  verifier: z.string().max(1_000),
  heartbeatIntervalMs: z.union([z.literal(0), z.number().min(leastHeartbeatMs).max(longestHeartbeatMs)]).default(5_000),
})

/**
 * @returns null when the extensions of a GraphQL request ask for no callbacks
 *
 * @throws AppError BAD_USER_INPUT for invalid values
 */
export function parseCallbackRequest(
  extensions: Readonly<Record<string, unknown>> | undefined,
): CallbackRequest | null {
  const asked = extensions?.subscription
  if (asked === undefined || asked === null) return null
  const parsed = requestSchema.safeParse(asked)
  if (parsed.success) return parsed.data
  const fields = parsed.error.issues.map(({ path }) => ['extensions', 'subscription', ...path].join('.'))
  throw new AppError('BAD_USER_INPUT', `Missing or invalid: ${fields.join(', ')}.`)
}
