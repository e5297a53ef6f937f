import { deriveId } from '../domain/ids.ts'
import type { TenantId } from '../domain/tenant.ts'
import { contentDigestOf, digestOf, withoutTrailingZeros } from '../findings/staged-members.ts'
import type { WholeTransaction } from '../providers/findings.ts'

export interface TransactionIdentity {
  readonly id: string
  /** Equal for the same movement in two statements: its date, amount, currency, folded description, and ordinal among equals. */
  readonly fingerprint: string
}

/**
 * Gives transactions their ids, the same ones whenever the same are read again: from the vendor's id within its
 * statement, else from the document, what the movement says, and its ordinal among equal ones.
 *
 * @param digestOfDocument the digest of a document of the analysis, null for one that is not known
 * @param applicantId takes the place of the statement for movements that are in none
 */
export function createTransactionIdentifier(
  tenant: TenantId,
  providerId: string,
  digestOfDocument: (documentId: string | null) => string | null,
  applicantId: string,
): (finding: WholeTransaction) => TransactionIdentity {
  const seen = new Map<string, number>()

  /** How many with the same key came before. */
  function ordinalOf(...key: readonly string[]): string {
    const name = key.join('\n')
    const ordinal = seen.get(name) ?? 0
    seen.set(name, ordinal + 1)
    return String(ordinal)
  }

  return finding => {
    const { providerTransactionId: vendorId } = finding
    const statementReference = finding.statementReference ?? applicantId
    const date = finding.bookingDate ?? finding.valueDate ?? ''
    const content = digestOf(
      JSON.stringify([date, withoutTrailingZeros(finding.amount), finding.currency, finding.description ?? '']),
    )
    const compared = contentDigestOf(finding)
    const fingerprint = `${compared}:${ordinalOf('statement', statementReference, compared)}`
    if (vendorId === null) {
      const document = digestOfDocument(finding.documentId) ?? statementReference
      const ordinal = ordinalOf('document', document, content)
      return { id: deriveId('transaction', [tenant, providerId, document, content, ordinal]), fingerprint }
    }
    // A vendor that gives one id to two rows must not cost us one of them.
    const repeated = ordinalOf('vendor', statementReference, vendorId)
    return { id: deriveId('transaction', [tenant, providerId, statementReference, vendorId, repeated]), fingerprint }
  }
}
