/** The changes that words in a document make to a plan. @param changes the changes by word */
export function createSteering<Plan>(changes: Readonly<Record<string, Partial<Plan>>>) {
  return {
    /** All words with a meaning. */
    words: Object.keys(changes),
    /** The changes of all words found. If two words change the same member, the later one in the table counts. */
    toPlan(found: readonly string[]): Partial<Plan> {
      let plan: Partial<Plan> = {}
      for (const [word, change] of Object.entries(changes)) if (found.includes(word)) plan = { ...plan, ...change }
      return plan
    },
  }
}

/** The rest of the first word with this prefix; null when there is none. */
export function restOf(found: readonly string[], prefix: string): string | null {
  return found.find(word => word.startsWith(prefix))?.slice(prefix.length) ?? null
}

/** Plans that a test sets for the next documents, in their order. */
export function createNextPlans<Plan, Made>() {
  const queue: { readonly plan: Partial<Plan>; readonly made: PromiseWithResolvers<Made> }[] = []
  return {
    /** @returns the statement or folder that the next document becomes */
    add(plan: Partial<Plan>): Promise<Made> {
      const made = Promise.withResolvers<Made>()
      queue.push({ plan, made })
      return made.promise
    },
    /** Takes the plan for an arriving document; empty when there is none. `resolve` passes the result to the test. */
    take(): { readonly plan: Partial<Plan>; resolve(made: Made): void } {
      const next = queue.shift()
      return { plan: next?.plan ?? {}, resolve: made => next?.made.resolve(made) }
    },
  }
}
