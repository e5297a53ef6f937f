import { z } from 'zod'

/** The owner of a row. Branded, so that a plain string cannot be used by mistake. */
export const tenantIdSchema = z
  .string()
  .regex(/^[a-z0-9-]{1,64}$/, 'a tenant is 1 to 64 of a-z, 0-9 and -')
  .brand<'TenantId'>()

export type TenantId = z.infer<typeof tenantIdSchema>

/** @throws ZodError when the word is not a tenant's name. */
export function parseTenantId(value: string): TenantId {
  return tenantIdSchema.parse(value)
}
