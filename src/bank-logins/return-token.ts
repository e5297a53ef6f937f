import { z } from 'zod'
import type { Signer } from '../auth/signer.ts'
import { isIdOf } from '../domain/ids.ts'
import { type TenantId, tenantIdSchema } from '../domain/tenant.ts'

/** How a session ended, by the return address that the provider chose. */
const returnStatuses = ['SUCCEEDED', 'FAILED', 'EXITED'] as const
export type ReturnStatus = (typeof returnStatuses)[number]

/** The content of a return address: the session and how it ended. Only the provider knows the address. */
export interface ReturnGrant {
  readonly tenant: TenantId
  readonly sessionId: string
  readonly status: ReturnStatus
}

const payload = z.tuple([
  tenantIdSchema,
  z.string().refine(text => isIdOf('bankSession', text)),
  z.enum(returnStatuses),
])

/** The grant as a token for an address. */
export function toReturnToken(signer: Signer, { tenant, sessionId, status }: ReturnGrant): string {
  return signer.sign(`${tenant} ${sessionId} ${status}`)
}

/** @returns null for a token that the signer did not create */
export function parseReturnToken(signer: Signer, token: string): ReturnGrant | null {
  const parsed = payload.safeParse(signer.open(token)?.split(' '))
  if (!parsed.success) return null
  const [tenant, sessionId, status] = parsed.data
  return { tenant, sessionId, status }
}
