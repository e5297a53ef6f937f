import DataLoader from 'dataloader'

/** Loads things one by one, reading them many at a time; null for what there is not. */
export function createOneLoader<Item>(
  read: (keys: readonly string[]) => Promise<readonly Item[]>,
  keyOf: (item: Item) => string,
): DataLoader<string, Item | null> {
  return new DataLoader(async keys => {
    const items = new Map((await read(keys)).map(item => [keyOf(item), item]))
    return keys.map(key => items.get(key) ?? null)
  })
}

/** Loads what belongs to a parent, reading it for many parents at a time; `absent` for a parent that has nothing. */
export function createGroupLoader<Group>(
  read: (parents: readonly string[]) => Promise<ReadonlyMap<string, Group>>,
  absent: Group,
): DataLoader<string, Group> {
  return new DataLoader(async parents => {
    const groups = await read(parents)
    return parents.map(parent => groups.get(parent) ?? absent)
  })
}

/** The same for things that are asked for with arguments: one reading for all parents with equal arguments. */
export function createGroupLoaderWith<Args, Group>(
  read: (parents: readonly string[], args: Args) => Promise<ReadonlyMap<string, Group>>,
  absent: Group,
): DataLoader<{ readonly parent: string; readonly args: Args }, Group, string> {
  return new DataLoader<{ readonly parent: string; readonly args: Args }, Group, string>(
    async keys => {
      const groups = new Map<string, Promise<ReadonlyMap<string, Group>>>()
      for (const [text, equal] of Map.groupBy(keys, key => JSON.stringify(key.args))) {
        const args = equal[0]?.args
        if (args !== undefined)
          groups.set(
            text,
            read(
              equal.map(key => key.parent),
              args,
            ),
          )
      }
      return Promise.all(keys.map(async key => (await groups.get(JSON.stringify(key.args)))?.get(key.parent) ?? absent))
    },
    { cacheKeyFn: key => JSON.stringify([key.parent, key.args]) },
  )
}
