import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The bytes of an invented payload. @param folder the test's `import.meta.dirname` */
export function readFixture(folder: string, name: string): Buffer {
  return readFileSync(join(folder, 'fixtures', `${name}.json`))
}
