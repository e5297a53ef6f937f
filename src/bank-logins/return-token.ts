import { z } from 'zod'
import type { Signer } from '../auth/signer.ts'
import { isIdOf } from '../domain/ids.ts'
import { type TenantId, tenantIdSchema } from '../domain/tenant.ts'

/** How a visit to a provider's pages ended, as the address says to which the provider sends the browser back. */
export const returnStatuses = ['SUCCEEDED', 'FAILED', 'EXITED'] as const
export type ReturnStatus = (typeof returnStatuses)[number]

/** Which session a browser comes back from, and how it ended there. Only the provider was told. */
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

/** The grant as the last part of an address. */
export function toReturnToken(signer: Signer, { tenant, sessionId, status }: ReturnGrant): string {
  return signer.sign(`${tenant} ${sessionId} ${status}`)
}

/** @returns null for anything that the signer did not make */
export function parseReturnToken(signer: Signer, token: string): ReturnGrant | null {
  const parsed = payload.safeParse(signer.open(token)?.split(' '))
  if (!parsed.success) return null
  const [tenant, sessionId, status] = parsed.data
  return { tenant, sessionId, status }
}
