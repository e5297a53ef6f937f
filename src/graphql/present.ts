import { AppError } from '../errors.ts'

/**
 * What an object refers to, without which it does not exist. Whoever is erased while the answer is being put together
 * takes it along.
 *
 * @throws AppError NOT_FOUND
 */
export async function present<Item>(loading: Promise<Item | null>, what: string): Promise<Item> {
  const item = await loading
  if (item === null) throw new AppError('NOT_FOUND', `${what} was erased meanwhile.`)
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
