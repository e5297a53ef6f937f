import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createSigner } from './signer.ts'

const secret = 'secret-of-the-deployment-0123456789'
const signer = createSigner([secret], 'cursor')

test('a token of a scope is accepted in that scope only, for any payload and scope', () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1 })
  fc.assert(
    fc.property(text, text, text, (payload, scope, other) => {
      const token = signer.within(scope).sign(payload)
      expect(token).toMatch(/^[\w-]+\.[\w-]{22}$/)
      expect(signer.within(scope).open(token)).toBe(payload)
      expect(signer.open(token)).toBeNull()
      expect(createSigner([secret], 'upload').within(scope).open(token)).toBeNull()
      if (other !== scope) expect(signer.within(other).open(token)).toBeNull()
    }),
  )
})

test('P17 a token of a scope in which any character was changed is accepted in no scope', () => {
  const { sign, open } = signer.within('list')
  const token = sign('2025-08-01 3 txn_1')
  for (let at = 0; at < token.length; at += 1)
    for (const changed of ['A', 'B', '.', '', 'é', String.fromCharCode(0x100 + token.charCodeAt(at))])
      if (changed !== token[at]) expect(open(token.slice(0, at) + changed + token.slice(at + 1))).toBeNull()
  for (const other of ['', '.', `${token}A`, `${token}.`, `A${token}`, signer.sign('2025-08-01 3 txn_1')])
    expect(open(other)).toBeNull()
})

test('tokens of a scope stay valid while secrets are rotated', () => {
  const token = signer.within('list').sign('key')
  const rotated = createSigner(['a-newer-secret-of-the-deployment-01', secret], 'cursor').within('list')
  expect(rotated.open(token)).toBe('key')
  expect(signer.within('list').open(rotated.sign('key'))).toBeNull()
})
