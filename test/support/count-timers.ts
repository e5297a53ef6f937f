import { createHook } from 'node:async_hooks'

/** Counts the pending timers of this process, including unreferenced ones. */
export function countTimers(): { readonly count: () => number; stop(): void } {
  const set = new Set<number>()
  const hook = createHook({
    init(id, type) {
      if (type === 'Timeout') set.add(id)
    },
    destroy: id => void set.delete(id),
  }).enable()
  return { count: () => set.size, stop: () => void hook.disable() }
}
