import { startStaging } from '../../src/analysis/stage-findings.ts'
import type { CalendarDate } from '../../src/domain/calendar-date.ts'
import type { Decimal } from '../../src/domain/decimal.ts'
import { deriveId } from '../../src/domain/ids.ts'
import { wholeTenant } from '../../src/domain/reach.ts'
import type { RequestContext } from '../../src/domain/request-context.ts'
import type { StatementAccount } from '../../src/domain/statement.ts'
import type { StatementFinding, TransactionFinding } from '../../src/providers/findings.ts'
import type { Database } from '../../src/store/database.ts'
import { readDocuments } from '../../src/store/documents.ts'
import { publishCollection } from '../../src/store/publish-collection.ts'
import { testSecretBox } from './add-changes.ts'
import { insertRows } from './rows.ts'

/** A transaction of a test: date, amount, description. The date may be null. */
export type ReadTransaction = readonly [CalendarDate | null, string, string]

export interface ReadStatement {
  /** The vendor's reference. Equal references of one provider are one statement. */
  readonly reference: string
  /** Equal for documents with the same bytes; null for a statement without a document. */
  readonly document?: string | null
  readonly account?: Partial<StatementAccount>
  readonly bankName?: string | null
  readonly from?: CalendarDate | null
  readonly to?: CalendarDate | null
  readonly openingBalance?: Decimal | null
  readonly closingBalance?: Decimal | null
  readonly transactions: readonly ReadTransaction[]
}

export interface Reading {
  readonly provider?: string
  readonly outcome?: 'COMPLETED' | 'PARTIAL'
  /** The case's id; by default the applicant's only one. */
  readonly caseId?: string
  readonly statements: readonly ReadStatement[]
  /** Transactions in no statement. */
  readonly loose?: readonly ReadTransaction[]
  /** Whether each transaction has a vendor id, its index in the statement. */
  readonly vendorIds?: boolean
}

export interface PublishedReading {
  readonly analysisId: string
  readonly collectionId: string
  readonly statementIds: readonly string[]
}

const firstAt = Date.parse('2026-03-01T12:00:00Z')

/** Publishes readings of providers for applicants of one tenant, each a minute after the previous one. */
export function createReadings(database: () => Database, tenant: RequestContext['tenant']) {
  let readings = 0
  return {
    /** Adds an applicant with one case. Their ids end with the name. */
    async addApplicant(name: string): Promise<string> {
      await insertRows(database(), tenant, 'applicants', [{ id: `app_${name}` }])
      await insertRows(database(), tenant, 'cases', [{ id: `case_${name}`, applicant_id: `app_${name}` }])
      return `app_${name}`
    },
    async stage(applicantId: string, reading: Reading): Promise<PublishedReading & { publish(): Promise<void> }> {
      const {
        provider: providerId = 'reader',
        outcome = 'COMPLETED',
        statements,
        loose = [],
        vendorIds = false,
      } = reading
      const name = `${tenant}_${readings++}`
      const at = new Date(firstAt + readings * 60_000)
      const analysisId = `ana_${name}`
      const collectionId = `col_${name}`
      const caseId = reading.caseId ?? applicantId.replace('app_', 'case_')
      const owner = { applicant_id: applicantId, case_id: caseId }
      const completed = { status: outcome, requested_at: at, completed_at: at }
      await insertRows(database(), tenant, 'analyses', [
        { ...owner, ...completed, id: analysisId, provider_id: providerId },
      ])
      const documentId = (index: number) => `doc_${name}_${index}`
      for (const [index, { document }] of statements.entries()) {
        if (document == null) continue
        await insertRows(database(), tenant, 'documents', [{ ...owner, id: documentId(index), sha256: document }])
        const used = { analysis_id: analysisId, ordinal: index, document_id: documentId(index) }
        await insertRows(database(), tenant, 'analysis_documents', [used])
      }
      const documents = await readDocuments(
        database(),
        wholeTenant(tenant),
        statements.map((_, index) => documentId(index)),
      )
      const collection = { id: collectionId, applicantId, analysisId, createdAt: at }
      const staging = await startStaging(database(), {
        tenant,
        collection,
        providerId,
        documents,
        secretBox: testSecretBox,
        noteUnread: () => {},
      })
      for (const [index, statement] of statements.entries()) {
        const found = statement.document == null ? null : documentId(index)
        const transactions = statement.transactions.map((row, place) =>
          toTransaction(row, statement.reference, found, vendorIds ? `v-${place}` : null),
        )
        await staging.add({ statements: [toStatement(statement, found)], transactions })
      }
      if (loose.length > 0) await staging.add({ transactions: loose.map(row => toTransaction(row, null, null, null)) })
      await staging.finish()
      return {
        analysisId,
        collectionId,
        statementIds: statements.map(({ reference }) => deriveId('statement', [tenant, providerId, reference])),
        publish: () =>
          database()
            .lane('work')
            .transaction(tx => publishCollection(tx, tenant, { id: collectionId, applicantId, outcome }, at)),
      }
    },
    async publish(applicantId: string, reading: Reading): Promise<PublishedReading> {
      const { publish, ...published } = await this.stage(applicantId, reading)
      await publish()
      return published
    },
  }
}

function toStatement(
  { document: _, transactions: __, ...read }: ReadStatement,
  documentId: string | null,
): StatementFinding {
  return { currency: 'EUR', ...read, documentId }
}

function toTransaction(
  [bookingDate, amount, description]: ReadTransaction,
  statementReference: string | null,
  documentId: string | null,
  providerTransactionId: string | null,
): TransactionFinding {
  return {
    statementReference,
    documentId,
    providerTransactionId,
    status: 'BOOKED',
    amount,
    currency: 'EUR',
    bookingDate,
    description,
  }
}
