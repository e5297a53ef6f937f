/**
 * A cache of what is made for an event of a subscription. All subscriptions that deliver the same event in the same turn of the event loop
 * share what has the same key, so it is made once for thousands of followers. It is made after the event was read and kept for that turn,
 * so it is never older than the event.
 *
 * @returns takes the source value of the event, the key and the maker
 */
export function createTurnCache<Value>(): (source: object, key: string, create: () => Value) => Value {
  const ofThisTurn = new WeakMap<object, Map<string, Value>>()
  return (source, key, create) => {
    const ofEvent = ofThisTurn.get(source) ?? new Map<string, Value>()
    const known = ofEvent.get(key)
    if (known !== undefined) return known
    const made = create()
    ofEvent.set(key, made)
    if (ofEvent.size === 1) {
      ofThisTurn.set(source, ofEvent)
      setImmediate(() => ofThisTurn.delete(source))
    }
    return made
  }
}
