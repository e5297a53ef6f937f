import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export function readFixture(name: string): Buffer {
  return readFileSync(join(import.meta.dirname, '..', 'fixtures', `${name}.json`))
}
