/** What the words in a document change in a plan. */
export interface Steering<Plan> {
  /** Every word that has a meaning. */
  readonly words: readonly string[]
  /** The changes of all words found. If two words change the same member, the later one in the table counts. */
  toPlan(found: readonly string[]): Partial<Plan>
}

/** @param changes by word */
export function createSteering<Plan>(changes: Readonly<Record<string, Partial<Plan>>>): Steering<Plan> {
  return {
    words: Object.keys(changes),
    toPlan(found) {
      let plan: Partial<Plan> = {}
      for (const [word, change] of Object.entries(changes)) if (found.includes(word)) plan = { ...plan, ...change }
      return plan
    },
  }
}

/** What follows a prefix in the first word that begins with it; null when none does. */
export function restOf(found: readonly string[], prefix: string): string | null {
  return found.find(word => word.startsWith(prefix))?.slice(prefix.length) ?? null
}

/** Plans that a test lays over the next documents, in the order given. */
export interface NextPlans<Plan, Made> {
  /** @returns what the simulator makes of the next document */
  add(plan: Partial<Plan>): Promise<Made>
  /** The plan for a document that has just arrived; empty when there is none. `resolve` tells the test what was made of it. */
  take(): { readonly plan: Partial<Plan>; resolve(made: Made): void }
}

export function createNextPlans<Plan, Made>(): NextPlans<Plan, Made> {
  const queue: { readonly plan: Partial<Plan>; readonly made: PromiseWithResolvers<Made> }[] = []
  return {
    add(plan) {
      const made = Promise.withResolvers<Made>()
      queue.push({ plan, made })
      return made.promise
    },
    take() {
      const next = queue.shift()
      return { plan: next?.plan ?? {}, resolve: made => next?.made.resolve(made) }
    },
  }
}
