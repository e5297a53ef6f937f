import { AppError } from '../errors.ts'

/**
 * An object that another one refers to and cannot exist without. If its row was erased during the query, the parent becomes null.
 *
 * @throws AppError NOT_FOUND
 */
export async function present<Item>(loading: Promise<Item | null>, what: string): Promise<Item> {
  const item = await loading
  if (item === null) throw new AppError('NOT_FOUND', `${what} was erased meanwhile.`)
  return item
}

/** The object with an id; null for no id. */
export function loadOptional<Item>(
  objects: { load(id: string): Promise<Item | null> },
  id: string | null,
): Promise<Item | null> | null {
  return id === null ? null : objects.load(id)
}

/** The objects that exist, in the given order. */
export async function presentOnes<Item>(loading: Promise<Iterable<Item | Error | null>>): Promise<Item[]> {
  const found: Item[] = []
  for (const item of await loading) {
    if (item instanceof Error) throw item
    if (item !== null) found.push(item)
  }
  return found
}
