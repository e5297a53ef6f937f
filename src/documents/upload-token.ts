import { z } from 'zod'
import type { Signer } from '../auth/signer.ts'
import { isIdOf } from '../domain/ids.ts'
import { type TenantId, tenantIdSchema } from '../domain/tenant.ts'

/** The permission in an upload address: to send the bytes of one document of one tenant until an instant. */
export interface UploadGrant {
  readonly tenant: TenantId
  readonly documentId: string
  readonly until: Date
}

const payload = z.tuple([
  tenantIdSchema,
  z.string().refine(text => isIdOf('document', text)),
  z.coerce
    .number()
    .int()
    .transform(milliseconds => new Date(milliseconds)),
])

/** The grant as the last part of an address. */
export function toUploadToken(signer: Signer, { tenant, documentId, until }: UploadGrant): string {
  return signer.sign(`${tenant} ${documentId} ${until.getTime()}`)
}

/** @returns null for a token that the signer did not make. The caller checks the expiry */
export function parseUploadToken(signer: Signer, token: string): UploadGrant | null {
  const text = signer.open(token)
  if (text === null) return null
  const parsed = payload.safeParse(text.split(' '))
  if (!parsed.success) return null
  const [tenant, documentId, until] = parsed.data
  return { tenant, documentId, until }
}
