import DataLoader from 'dataloader'
import { AppError } from '../errors.ts'
import { isStorableText } from '../store/is-storable-text.ts'

/** The most keys of one database query. More keys are read by several queries, one after the other, on one connection. */
const keysPerQuery = 1_000

/**
 * Loads single items in batches; null for an item that does not exist. A key that the database cannot store is an error
 * (BAD_USER_INPUT) of that key alone.
 */
export function createOneLoader<Item>(
  read: (keys: readonly string[]) => Promise<readonly Item[]>,
  keyOf: (item: Item) => string,
): DataLoader<string, Item | null> {
  return new DataLoader<string, Item | null>(async keys => {
    const items = new Map<string, Item>()
    for (const part of inParts(keys.filter(isStorableText), keysPerQuery))
      for (const item of await read(part)) items.set(keyOf(item), item)
    return keys.map(key => (isStorableText(key) ? (items.get(key) ?? null) : unstorableKey()))
  })
}

/** Loads the group of a parent, in batches of parents; `absent` for a parent without one. */
export function createGroupLoader<Group>(
  read: (parents: readonly string[]) => Promise<ReadonlyMap<string, Group>>,
  absent: Group,
): DataLoader<string, Group> {
  return new DataLoader(async parents => {
    const groups = await readParts(parents, read)
    return parents.map(parent => groups.get(parent) ?? absent)
  })
}

/**
 * The same with arguments: one read for all parents with equal arguments. A failed read fails only for those parents.
 */
export function createGroupLoaderWith<Args, Group>(
  read: (parents: readonly string[], args: Args) => Promise<ReadonlyMap<string, Group>>,
  absent: Group,
): DataLoader<{ readonly parent: string; readonly args: Args }, Group, string> {
  return new DataLoader<{ readonly parent: string; readonly args: Args }, Group, string>(
    async keys => {
      const readings = new Map<string, Promise<ReadonlyMap<string, Group>>>()
      for (const [text, equal] of Map.groupBy(keys, key => JSON.stringify(key.args))) {
        const args = equal[0]?.args
        const parents = equal.map(key => key.parent)
        if (args !== undefined)
          readings.set(
            text,
            readParts(parents, part => read(part, args)),
          )
      }
      const groupOf = async ({ parent, args }: { readonly parent: string; readonly args: Args }) =>
        (await readings.get(JSON.stringify(args)))?.get(parent) ?? absent
      return Promise.all(keys.map(key => groupOf(key).catch(toError)))
    },
    { cacheKeyFn: key => JSON.stringify([key.parent, key.args]) },
  )
}

async function readParts<Group>(
  parents: readonly string[],
  read: (parents: readonly string[]) => Promise<ReadonlyMap<string, Group>>,
): Promise<ReadonlyMap<string, Group>> {
  const groups = new Map<string, Group>()
  for (const part of inParts(parents, keysPerQuery))
    for (const [parent, group] of await read(part)) groups.set(parent, group)
  return groups
}

function unstorableKey(): AppError {
  return new AppError('BAD_USER_INPUT', 'An id must not contain U+0000 or unpaired surrogates.')
}

/** The items in parts of at most this size. */
export function inParts<Item>(items: readonly Item[], size: number): (readonly Item[])[] {
  const count = Math.ceil(items.length / size)
  return Array.from({ length: count }, (_, part) => items.slice(part * size, (part + 1) * size))
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error('A reading failed.', { cause: error })
}
