import type { SecretBox } from '../auth/secret-box.ts'
import type { Decimal } from '../domain/decimal.ts'
import type { CaseDocument } from '../domain/document.ts'
import { deriveId } from '../domain/ids.ts'
import type { MonetaryAmount } from '../domain/money.ts'
import { separateNumbers } from '../domain/mask-number.ts'
import type { TenantId } from '../domain/tenant.ts'
import { toVendorReference } from '../domain/storable-text.ts'
import type {
  Findings,
  WholeDecision,
  WholeRiskAssessment,
  WholeStatement,
  WholeTransaction,
} from '../providers/findings.ts'
import {
  finishCollection,
  type NewCollection,
  stageRiskAssessment,
  stageStatement,
  stageTransactions,
  startCollection,
} from '../store/collections.ts'
import type { Database } from '../store/database.ts'
import { stageDecision } from '../store/decisions.ts'
import { stageReport } from '../store/reports.ts'
import type { StagedTransaction } from '../store/transaction-columns.ts'
import { withoutNestedLoops } from '../store/without-nested-loops.ts'
import type { UnreadValue } from '../findings/finding-reader.ts'
import { toStagedMembers } from '../findings/staged-members.ts'
import { boundFindings } from './bound-findings.ts'
import { createTransactionIdentifier } from './identify-transactions.ts'

export interface StagingTarget {
  readonly tenant: TenantId
  readonly collection: NewCollection
  readonly providerId: string
  /** The documents of the analysis. */
  readonly documents: readonly CaseDocument[]
  readonly secretBox: SecretBox
  /** Called for each value that cannot be stored. */
  readonly noteUnread: (value: UnreadValue) => void
}

const rowsPerInsert = 1_000

/** Fills a collection. */
export interface Staging {
  /** Stages one batch. It is not kept in memory. */
  add(findings: Findings): Promise<void>
  /** Computes what follows from all batches. Call it once, after the last one. */
  finish(): Promise<void>
}

/** Begins a collection, in place of an unpublished one of the same analysis. */
export async function startStaging(database: Database, target: StagingTarget): Promise<Staging> {
  const { tenant, collection, providerId, documents, secretBox, noteUnread } = target
  const { id: collectionId, applicantId, analysisId, createdAt: at } = collection
  await database.transaction(tx => startCollection(tx, tenant, collection))
  let statements = 0
  let assessments = 0
  let reports = 0
  let position = 0

  const statementId = (reference: string) => deriveId('statement', [tenant, providerId, reference])
  const digestOf = (documentId: string | null) => documents.find(document => document.id === documentId)?.sha256 ?? null
  const identifier = createTransactionIdentifier({
    tenant,
    providerId,
    collectionId,
    applicantId,
    digestOfDocument: digestOf,
  })

  async function addStatement(finding: WholeStatement): Promise<void> {
    const { reference, account, currency, transactionCount: statedTransactionCount, ...rest } = finding
    const money = (value: Decimal | null): MonetaryAmount | null => (value === null ? null : { value, currency })
    await stageStatement(database, tenant, {
      ...rest,
      id: statementId(reference),
      collectionId,
      applicantId,
      analysisId,
      providerId,
      providerReference: toVendorReference(reference),
      ordinal: statements++,
      currency,
      account: { ...account, ...separateNumbers(account) },
      documentSha256: digestOf(finding.documentId),
      openingBalance: money(finding.openingBalance),
      closingBalance: money(finding.closingBalance),
      totalCredits: money(finding.totalCredits),
      totalDebits: money(finding.totalDebits),
      statedTransactionCount,
      createdAt: at,
    })
  }

  function toRow(finding: WholeTransaction): StagedTransaction {
    const { statementReference, documentId: _, ...rest } = finding
    return {
      ...toStagedMembers(rest, at),
      ...identifier.identify(finding),
      ownerId: collectionId,
      applicantId,
      providerId,
      // A transaction without a date gets the statement's date in `finishCollection`.
      statementId: statementReference === null ? null : statementId(statementReference),
      accountId: null,
      replacesId: null,
      position: position++,
    }
  }

  async function addAssessment({ metrics, ...finding }: WholeRiskAssessment): Promise<void> {
    const reference = finding.providerReference ?? analysisId
    const id = deriveId('riskAssessment', [tenant, providerId, finding.kind, reference, String(assessments++)])
    const assessedAt = finding.assessedAt ?? at
    const owner = { collectionId, applicantId, analysisId, providerId }
    await stageRiskAssessment(database, tenant, { ...finding, ...owner, id, assessedAt }, metrics)
  }

  async function addDecision({ shareUrl, ...finding }: WholeDecision): Promise<void> {
    await stageDecision(database, tenant, collectionId, {
      ...finding,
      analysisId,
      providerId,
      decidedAt: finding.decidedAt ?? at,
      sealedShareUrl: shareUrl === null ? null : secretBox.seal(shareUrl),
    })
  }

  return {
    async add(found) {
      const findings = boundFindings(found, noteUnread)
      for (const statement of findings.statements) await addStatement(statement)
      const rows = findings.transactions.map(toRow)
      for (let start = 0; start < rows.length; start += rowsPerInsert)
        await stageTransactions(database, tenant, rows.slice(start, start + rowsPerInsert))
      for (const assessment of findings.assessments) await addAssessment(assessment)
      if (findings.decision) await addDecision(findings.decision)
      for (const report of findings.reports)
        await stageReport(database, tenant, collectionId, { ...report, analysisId, providerId, ordinal: reports++ })
    },
    async finish() {
      await database.transaction(tx => withoutNestedLoops(tx, () => identifier.identifyRepeated(tx)))
      await finishCollection(database, tenant, collectionId)
    },
  }
}
