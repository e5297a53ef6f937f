import { hash } from 'node:crypto'
import type { TenantId } from '../domain/tenant.ts'
import { tenantIdSchema } from '../domain/tenant.ts'
import type { Scope } from './caller.ts'
import { isScope, scopes } from './caller.ts'

/** One API key. Only its hash is stored. */
export interface ApiKeyEntry {
  readonly tenant: TenantId
  /** SHA-256 of the key, in hexadecimal. A key has at least 24 random characters, so nothing slower is needed. */
  readonly keyHash: string
  readonly scopes: readonly Scope[]
}

/** Either every entry, or every fault. A fault has the number of the entry and never contains the key. */
export type ParsedApiKeys =
  | { readonly ok: true; readonly entries: readonly ApiKeyEntry[] }
  | { readonly ok: false; readonly faults: readonly string[] }

/** @returns the entry of a key, or null for an unknown one */
export type ApiKeyVerifier = (key: string) => ApiKeyEntry | null

const keyPattern = /^[A-Za-z0-9_-]{24,}$/

/** Looks up the hash of a key. The time reveals at most something about the hash, from which no key can be computed. */
export function createApiKeyVerifier(entries: readonly ApiKeyEntry[]): ApiKeyVerifier {
  const byHash = new Map(entries.map(entry => [entry.keyHash, entry]))
  return key => byHash.get(hashKey(key)) ?? null
}

/** Parses `tenant:key[:scope+scope…]`, separated by commas. A key without scopes has all of them. */
export function parseApiKeys(text: string): ParsedApiKeys {
  const parsed = text.split(',').map(entry => parseEntry(entry.trim()))
  const entries = parsed.flatMap(({ entry }) => (entry ? [entry] : []))
  const faults = parsed.flatMap((part, index) => part.faults.map(fault => `entry ${index + 1} ${fault}`))
  const hashes = new Set(entries.map(entry => entry.keyHash))
  if (hashes.size < entries.length) faults.push('the same key is given more than once')
  return faults.length > 0 ? { ok: false, faults } : { ok: true, entries }
}

function parseEntry(text: string): { readonly entry: ApiKeyEntry | null; readonly faults: readonly string[] } {
  const [tenantName = '', key, ...rest] = text.split(':')
  if (key === undefined) return { entry: null, faults: ['is not of the form tenant:key or tenant:key:scope+scope'] }
  // Scopes may contain colons, so everything after the second colon belongs together.
  const words = rest.length > 0 ? rest.join(':').split('+') : scopes
  const tenant = tenantIdSchema.safeParse(tenantName)
  const faults = [
    ...(tenant.success ? [] : ['has a tenant that is not 1 to 64 of a-z, 0-9 and -']),
    ...(keyPattern.test(key) ? [] : ['has a key that is not at least 24 of A-Z, a-z, 0-9, _ and -']),
    // An unknown scope may be a misplaced key, so it is not repeated either.
    ...(words.every(isScope) ? [] : [`has an unknown scope; the scopes are ${scopes.join(', ')}`]),
  ]
  if (!tenant.success || faults.length > 0) return { entry: null, faults }
  return { entry: { tenant: tenant.data, keyHash: hashKey(key), scopes: words.filter(isScope) }, faults: [] }
}

function hashKey(key: string): string {
  return hash('sha256', key, 'hex')
}
