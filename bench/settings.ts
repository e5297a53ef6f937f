import { parseTenantId } from '../src/domain/tenant.ts'

/** The tenant and keys that all servers share, for one run. */
export const tenant = parseTenantId('bench')
export const apiKey = 'bench-key-of-no-other-value'
export const secretKey = 'bench-secret-of-no-other-value-at-all'
