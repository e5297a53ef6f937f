import { createSecretBox } from '../../src/auth/secret-box.ts'
import { createEventBus } from '../../src/events/bus.ts'
import { type ChangingDatabase, withChanges } from '../../src/events/change.ts'
import type { Database } from '../../src/store/database.ts'

export const testSecretBox = createSecretBox(['a-secret-of-at-least-32-characters'])

/** Adds the unit of work to a test's database. */
export function addChanges(database: Database, now: () => Date): ChangingDatabase {
  return withChanges(database, { bus: createEventBus(database), secretBox: testSecretBox, now })
}
