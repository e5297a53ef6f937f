/** A cache that can be cleared. */
interface Reader {
  clearAll(): unknown
}

/** The state of an object made by `createLazily`. Objects that inherit from it share it. */
interface State<Given> {
  readonly given: Given
  readonly made: Record<string, Reader>
}

/**
 * Returns a function that takes the makers of members and returns a function that makes an object of `given`. Each member of the object
 * is made on its first use, because a request uses few of all loaders. Objects that inherit from the object share its members.
 */
export function createLazily<Given>() {
  return <Readers extends Record<string, Reader>>(
    makers: {
      readonly [Name in keyof Readers]: (given: Given) => Readers[Name]
    },
  ): ((given: Given) => Readers & { forget(): void }) => {
    const prototype = Object.create(null, {
      forget: {
        value(this: State<Given>) {
          for (const reader of Object.values(this.made)) reader.clearAll()
        },
      },
    })
    for (const [name, make] of Object.entries<(given: Given) => Reader>(makers))
      Object.defineProperty(prototype, name, {
        get(this: State<Given>) {
          this.made[name] ??= make(this.given)
          return this.made[name]
        },
      })
    return given => Object.create(prototype, { given: { value: given }, made: { value: {} } })
  }
}
