/** Does the work later: one piece of each key in each round of the event loop. */
export type TakeTurn = (key: string, work: () => void) => void

/** Lets senders take turns, so that one that sends much delays only itself. */
export function createTurns(): TakeTurn {
  const queues = new Map<string, (() => void)[]>()
  let scheduled = false

  function schedule(): void {
    if (scheduled || queues.size === 0) return
    scheduled = true
    setImmediate(() => {
      scheduled = false
      // A copy, so that work added meanwhile waits for the next round.
      for (const [key, queue] of [...queues]) {
        const work = queue.shift()
        if (queue.length === 0) queues.delete(key)
        work?.()
      }
      schedule()
    })
  }

  return (key, work) => {
    const queue = queues.get(key)
    if (queue) queue.push(work)
    else queues.set(key, [work])
    schedule()
  }
}
