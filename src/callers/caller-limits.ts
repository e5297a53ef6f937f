/** At most `count` in any `seconds`; after a pause they may all come at once. */
export interface Rate {
  readonly count: number
  readonly seconds: number
}

/** The limits of one tenant on one node. */
export interface CallerLimits {
  /** Started operations, over HTTP and over sockets. */
  readonly requests: Rate
  /** Started analyses, consent requests, shipments, bank sessions and imports of bank logins. */
  readonly analyses: Rate
  /** Open sockets and event streams. */
  readonly sockets: number
  /** Parallel operations and deliveries of events. */
  readonly operations: number
  /** Waiting operations. */
  readonly queued: number
  /** The total cost of running operations, in values of answers. An operation that costs more runs alone. */
  readonly cost: number
  /** The total cost of all open subscriptions, in values of one event's answers. */
  readonly subscriptionCost: number
  /** Bytes of answers that were not read yet. */
  readonly answers: number
}

export const defaultCallerLimits: CallerLimits = {
  requests: { count: 6_000, seconds: 60 },
  analyses: { count: 600, seconds: 60 },
  sockets: 200,
  operations: 100,
  queued: 400,
  cost: 500_000,
  subscriptionCost: 20_000_000,
  answers: 64 * 1024 * 1024,
}

/**
 * Parses `name=value,name=value`, the value of CALLER_LIMITS: `6000/60` (a number per seconds) for rates, a whole number
 * for the others. A limit that is not named keeps its value in `base`.
 */
export function readCallerLimits(
  text: string | undefined,
  faults: string[],
  variable = 'CALLER_LIMITS',
  base: CallerLimits = defaultCallerLimits,
): CallerLimits {
  const limits: { -readonly [Name in keyof CallerLimits]: CallerLimits[Name] } = { ...base }
  for (const entry of (text ?? '').split(',').filter(part => part.trim() !== '')) {
    const [name = '', value = ''] = entry.split('=').map(part => part.trim())
    if (isRateName(name)) {
      const rate = parseRate(value)
      if (rate) limits[name] = rate
      else faults.push(`${variable}: got "${entry.trim()}"; wants a number per seconds, such as 6000/60`)
    } else if (isCountName(name)) {
      const count = parseCount(value)
      if (count) limits[name] = count
      else faults.push(`${variable}: got "${entry.trim()}"; wants a whole number above 0`)
    } else {
      faults.push(
        `${variable}: got "${entry.trim()}"; wants <limit>=<value>, where the limits are ${Object.keys(base).join(', ')}`,
      )
    }
  }
  return limits
}

type RateName = 'requests' | 'analyses'
type CountName = Exclude<keyof CallerLimits, RateName>

function isRateName(name: string): name is RateName {
  return name === 'requests' || name === 'analyses'
}

function isCountName(name: string): name is CountName {
  return !isRateName(name) && Object.hasOwn(defaultCallerLimits, name)
}

function parseRate(value: string): Rate | null {
  const [count = '', seconds = '', ...rest] = value.split('/')
  const rate = { count: parseCount(count), seconds: parseCount(seconds) }
  return rest.length === 0 && rate.count && rate.seconds ? { count: rate.count, seconds: rate.seconds } : null
}

function parseCount(value: string): number | null {
  return /^[1-9]\d{0,14}$/.test(value) ? Number(value) : null
}
