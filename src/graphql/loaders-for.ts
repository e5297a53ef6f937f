import type { Loaders } from '../loaders/create-loaders.ts'

const ofThisMoment = new WeakMap<object, Loaders>()

/**
 * Loaders for answering with something that a tenant's log gave: the same ones for all who answer with the very same thing at
 * the same moment, so that what thousands of followers show is read once. They are made after the thing was read and gone
 * before the process turns to anything else, so nothing in them is older than the thing or outlives the moment.
 */
export function loadersFor(source: object, create: () => Loaders): Loaders {
  const known = ofThisMoment.get(source)
  if (known) return known
  const loaders = create()
  ofThisMoment.set(source, loaders)
  setImmediate(() => ofThisMoment.delete(source))
  return loaders
}
