import { expect, test } from 'vitest'
import { createSecretBox } from '../auth/secret-box.ts'
import { openCheckpoint, sealCheckpoint } from './sealed-checkpoint.ts'

const secrets = (...names: readonly string[]) => createSecretBox(names.map(name => name.padEnd(40, '-')))

test('P20 a checkpoint can be opened after SECRET_KEY was rotated, and is sealed with the newest key when it is written again', () => {
  const checkpoint = { token: 't0k3n', list: [1, null, 'a'] }
  const stored = sealCheckpoint(secrets('first'), checkpoint)
  expect(stored).not.toContain('t0k3n')
  const rotated = secrets('second', 'first')
  expect(openCheckpoint(rotated, stored)).toEqual(checkpoint)
  expect(() => openCheckpoint(secrets('second'), stored)).toThrow(/SECRET_KEY/)
  expect(openCheckpoint(secrets('second'), sealCheckpoint(rotated, checkpoint))).toEqual(checkpoint)
})

test('a checkpoint that an earlier version stored unsealed can be read', () => {
  for (const checkpoint of [{ id: 'x' }, 'announced', 7, true, ['sealed:']])
    expect(openCheckpoint(secrets('any'), JSON.stringify(checkpoint))).toEqual(checkpoint)
  expect(openCheckpoint(secrets('any'), null)).toBeNull()
  expect(sealCheckpoint(secrets('any'), null)).toBeNull()
})
