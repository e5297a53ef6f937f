import { deriveId } from '../domain/ids.ts'
import type { TenantId } from '../domain/tenant.ts'
import { contentDigestOf, digestOf, withoutTrailingZeros } from '../findings/staged-members.ts'
import type { WholeTransaction } from '../providers/findings.ts'
import type { Transaction } from '../store/database.ts'
import { numberRepeated, readRepeated, saveIds } from '../store/repeated-transactions.ts'
import type { IdSource, StagedTransaction } from '../store/transaction-columns.ts'

interface IdentifierOptions {
  readonly tenant: TenantId
  readonly providerId: string
  readonly collectionId: string
  /** Used for transactions without a statement. */
  readonly applicantId: string
  /** The digest of a document of the analysis, null for an unknown one. */
  readonly digestOfDocument: (documentId: string | null) => string | null
}

/**
 * Derives the ids of the transactions of a collection, which stay the same when they are read again: from the vendor's
 * id within its statement, else from the document and the content; and from the ordinal among equals. If a vendor gives
 * one id to two rows, both are kept.
 */
export interface TransactionIdentifier {
  /** The identity of a transaction that is the first of its kind. */
  identify(finding: WholeTransaction): Pick<StagedTransaction, 'id' | 'idSource' | 'fingerprint'>
  /** Changes the ids and fingerprints of those that are not. Call it once, when all are staged. */
  identifyRepeated(tx: Transaction): Promise<void>
}

export function createTransactionIdentifier(options: IdentifierOptions): TransactionIdentifier {
  const { tenant, providerId, collectionId, applicantId, digestOfDocument } = options
  /** What ids are unique in: digests of documents and references of statements. */
  const scopes: string[] = []
  const numbers = new Map<string, number>()

  function numberOf(scope: string): number {
    const number = numbers.get(scope) ?? scopes.push(scope) - 1
    numbers.set(scope, number)
    return number
  }

  function toId({ scope, content }: IdSource, vendorId: string | null, ordinal: number): string {
    return deriveId('transaction', [
      tenant,
      providerId,
      scopes[scope] ?? '',
      content ?? vendorId ?? '',
      String(ordinal),
    ])
  }

  return {
    identify(finding) {
      const { providerTransactionId: vendorId } = finding
      const statement = finding.statementReference ?? applicantId
      const idSource =
        vendorId === null
          ? { scope: numberOf(digestOfDocument(finding.documentId) ?? statement), content: contentOf(finding) }
          : { scope: numberOf(statement), content: null }
      return { id: toId(idSource, vendorId, 0), idSource, fingerprint: `${contentDigestOf(finding)}:0` }
    },
    async identifyRepeated(tx) {
      await numberRepeated(tx, tenant, collectionId)
      for (let after: number | undefined = -1; after !== undefined; ) {
        const rows = await readRepeated(tx, tenant, collectionId, after)
        const ids = rows.map(row => ({ position: row.position, id: toId(row, row.vendorId, row.ordinal) }))
        if (ids.length > 0) await saveIds(tx, tenant, collectionId, ids)
        after = rows.at(-1)?.position
      }
    },
  }
}

function contentOf({ bookingDate, valueDate, amount, currency, description }: WholeTransaction): string {
  const date = bookingDate ?? valueDate ?? ''
  return digestOf(JSON.stringify([date, withoutTrailingZeros(amount), currency, description ?? '']))
}
