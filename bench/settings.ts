import { parseTenantId } from '../src/domain/tenant.ts'

/** Whose data are measured, and what all servers share. They live as long as one run. */
export const tenant = parseTenantId('bench')
export const apiKey = 'bench-key-of-no-other-value'
export const secretKey = 'bench-secret-of-no-other-value-at-all'
