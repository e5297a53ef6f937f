import { z } from 'zod'

/**
 * All scopes. Source: "Create User", https://os.fino.ai/tmp/docv1. ASSUMED: `bankingExternal`, which "Set Logins" asks for
 * and no printed list has, is one of them.
 */
export const scopes = [
  'banking',
  'bankingExternal',
  'companies',
  'companiesLogo',
  'contracts',
  'documentShipment',
  'paymentPartnerAnalysis',
] as const

export type Scope = (typeof scopes)[number]

export const scopeInput = z.enum(scopes)
