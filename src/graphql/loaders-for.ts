import type { Loaders } from '../loaders/create-loaders.ts'

const ofThisMoment = new WeakMap<object, Loaders>()

/**
 * Loaders for one event of a tenant's log. All subscriptions that deliver the same event in the same turn of the event loop
 * share them, so rows are read once for thousands of followers. They are made after the event was read and live for that turn,
 * so a cached row is never older than the event.
 */
export function loadersFor(source: object, create: () => Loaders): Loaders {
  const known = ofThisMoment.get(source)
  if (known) return known
  const loaders = create()
  ofThisMoment.set(source, loaders)
  setImmediate(() => ofThisMoment.delete(source))
  return loaders
}
