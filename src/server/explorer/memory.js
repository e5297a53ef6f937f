const kinds = {
  app: 'applicant',
  case: 'case',
  doc: 'document',
  ana: 'analysis',
  bks: 'session',
  blg: 'login',
  bac: 'account',
  shp: 'shipment',
}
/** Objects that no mutation creates: the provider does, and a query shows them. */
const found = ['login', 'account']
const kindOf = id => kinds[/^([a-z]+)_[0-9a-z]{26}$/.exec(id)?.[1]]

/** Every object within a value. */
function* objectsIn(value) {
  if (typeof value !== 'object' || value === null) return
  if (!Array.isArray(value)) yield value
  for (const member of Object.values(value)) yield* objectsIn(member)
}

/** Remembers the ids of created objects, so that the next operation can be run without copying them. */
export function createMemory(storage) {
  const read = name => JSON.parse(storage.getItem(`assay:${name}`) ?? 'null')
  const write = (name, value) => storage.setItem(`assay:${name}`, JSON.stringify(value))

  /**
   * Reads the payloads of mutations: each has the created object, perhaps with its analysis, and perhaps an upload address. Also remembers the
   * first bank login and bank account of any answer.
   *
   * @returns whether there is a new upload address
   */
  function learn({ data }) {
    let hasUpload = false
    for (const payload of Object.values(data ?? {})) {
      for (const made of Object.values(payload ?? {}).flatMap(object => [object, object?.analysis])) {
        const kind = kindOf(made?.id)
        if (kind === undefined || !('userErrors' in payload)) continue
        write(kind, made.id)
      }
      if (!payload?.upload) continue
      write('upload', payload.upload)
      hasUpload = true
    }
    for (const kind of found) {
      const [first] = objectsIn(data).filter(({ id }) => kindOf(id) === kind)
      if (first) write(kind, first.id)
    }
    return hasUpload
  }

  /**
   * Replaces `{{case}}` and the like with ids, and `{{origin}}` with the origin of the page. `missing` are the kinds without an id.
   */
  function fillIn(variables, origin) {
    const missing = []
    const text = JSON.stringify(variables ?? {}).replace(/\{\{([a-z]+)\}\}/g, (placeholder, name) => {
      if (name === 'origin') return origin
      if (!Object.values(kinds).includes(name)) return placeholder
      const id = read(name)
      if (id === null) missing.push(name)
      return id
    })
    return { filledIn: JSON.parse(text), missing }
  }

  /** Forgets an upload address that was used or has expired. */
  const forgetUpload = () => storage.removeItem('assay:upload')

  return { learn, fillIn, id: read, upload: () => read('upload'), forgetUpload }
}
