import { readFileSync } from 'node:fs'

/** The bytes of an invented payload of this folder. */
export function readFixture(name: string): Buffer {
  return readFileSync(new URL(`../fixtures/${name}.json`, import.meta.url))
}
