/** What an object that exists refers to must exist too: null here is a fault of ours. */
export async function present<Item>(loading: Promise<Item | null>, what: string): Promise<Item> {
  const item = await loading
  if (item === null) throw new Error(`${what} is missing.`)
  return item
}

/** Those that exist, in the order asked for. */
export async function presentOnes<Item>(loading: Promise<Iterable<Item | Error | null>>): Promise<Item[]> {
  const found: Item[] = []
  for (const item of await loading) {
    if (item instanceof Error) throw item
    if (item !== null) found.push(item)
  }
  return found
}
