import { createHash } from 'node:crypto'
import type { Decimal } from '../domain/decimal.ts'
import { deriveId } from '../domain/ids.ts'
import type { TenantId } from '../domain/tenant.ts'
import type { TransactionFinding } from '../providers/provider.ts'

export interface TransactionIdentity {
  readonly id: string
  /** Equal for the same movement in two copies of a statement. */
  readonly fingerprint: string
}

/** Whose transactions they are: the account at a vendor, and the document they were read from. */
export interface TransactionOrigin {
  readonly tenant: TenantId
  readonly providerId: string
  readonly statementReference: string
  readonly documentDigest: string | null
}

/**
 * Gives transactions their ids, the same ones whenever the same are read again: from the vendor's id within its
 * statement, else from the document, what the movement says, and its ordinal among equal ones.
 */
export function createTransactionIdentifier(
  origin: TransactionOrigin,
): (finding: TransactionFinding) => TransactionIdentity {
  const { tenant, providerId, statementReference, documentDigest } = origin
  const seen = new Map<string, number>()

  function ordinalOf(key: string): number {
    const ordinal = seen.get(key) ?? 0
    seen.set(key, ordinal + 1)
    return ordinal
  }

  return finding => {
    const date = finding.bookingDate ?? finding.valueDate ?? ''
    const content = digest([date, withoutTrailingZeros(finding.amount), finding.currency, finding.description ?? ''])
    const ordinal = String(ordinalOf(content))
    const fingerprint = `${content}:${ordinal}`
    const vendorId = finding.providerTransactionId
    if (vendorId === null) {
      const document = documentDigest ?? statementReference
      return { id: deriveId('transaction', [tenant, providerId, document, content, ordinal]), fingerprint }
    }
    // A vendor that gives one id to two rows must not cost us one of them.
    const repeated = String(ordinalOf(`id:${vendorId}`))
    return { id: deriveId('transaction', [tenant, providerId, statementReference, vendorId, repeated]), fingerprint }
  }
}

function digest(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22)
}

function withoutTrailingZeros(value: Decimal): Decimal {
  return value.includes('.') ? value.replace(/\.?0+$/, '') : value
}
