import { addDays } from '../src/domain/calendar-date.ts'
import { createId, deriveId } from '../src/domain/ids.ts'
import type { RiskAssessment } from '../src/domain/risk-assessment.ts'
import type { StatementAccount } from '../src/domain/statement.ts'
import {
  finishCollection,
  stageRiskAssessment,
  stageStatement,
  stageTransactions,
  startCollection,
} from '../src/store/collections.ts'
import { publishCollection } from '../src/store/publish-collection.ts'
import type { Database, Queries } from '../src/store/database.ts'
import { sql } from '../src/store/sql.ts'
import type { StagedTransaction } from '../src/store/transaction-columns.ts'
import { createRandom, type Random } from './random.ts'
import { createSampleMovements } from './sample-movements.ts'
import { tenant } from './settings.ts'

export interface SampleSize {
  readonly statements: number
  readonly transactionsPerStatement: number
}

const providerId = 'sample'
const currency = 'EUR'
const at = new Date('2026-01-05T08:00:00Z')
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const
/** The most rows of `stageTransactions`. */
const rowsPerInsert = 1_000

/** Inserts an invented applicant with monthly bank statements of 2025 and a risk assessment. Equal seeds give equal data. */
export async function insertApplicant(database: Database, seed: number, size: SampleSize): Promise<string> {
  const random = createRandom(seed)
  const applicantId = deriveId('applicant', ['bench', String(seed)])
  const analysisId = deriveId('analysis', ['bench', String(seed)])
  const collectionId = createId('event')
  await insertParents(database, seed, applicantId, analysisId)
  await database.transaction(async tx => {
    await startCollection(tx, tenant, { id: collectionId, applicantId, analysisId, createdAt: at })
    const owner = { ownerId: collectionId, collectionId, applicantId, analysisId, providerId }
    let balance = random.integer(50_000, 400_000)
    for (let month = 1; month <= size.statements; month++)
      balance = await insertStatement(tx, random, owner, month, size.transactionsPerStatement, balance)
    await insertAssessment(tx, random, owner)
    await finishCollection(tx, tenant, collectionId)
    await publishCollection(tx, tenant, { id: collectionId, applicantId, outcome: 'COMPLETED' }, at)
  })
  return applicantId
}

async function insertParents(queries: Queries, seed: number, applicantId: string, analysisId: string): Promise<void> {
  const caseId = deriveId('case', ['bench', String(seed)])
  await queries.rows(sql`
    insert into applicants (tenant_id, id, reference, kind, display_name, created_at, updated_at)
    values (${tenant}, ${applicantId}, ${`customer-${seed}`}, 'PERSON', ${`Sample applicant ${seed}`}, ${at}, ${at})`)
  await queries.rows(sql`
    insert into cases (tenant_id, id, applicant_id, opened_at, updated_at)
    values (${tenant}, ${caseId}, ${applicantId}, ${at}, ${at})`)
  await queries.rows(sql`
    insert into analyses (tenant_id, id, case_id, applicant_id, product, provider_id, status, stage, version, options,
      requested_at, updated_at, completed_at, deadline)
    values (${tenant}, ${analysisId}, ${caseId}, ${applicantId}, 'STATEMENT_EXTRACTION', ${providerId}, 'COMPLETED', 'DONE',
      1, '{}', ${at}, ${at}, ${at}, ${at})`)
}

interface Owner {
  readonly ownerId: string
  readonly collectionId: string
  readonly applicantId: string
  readonly analysisId: string
  readonly providerId: string
}

/** @returns the closing balance in cents */
async function insertStatement(
  queries: Queries,
  random: Random,
  owner: Owner,
  month: number,
  count: number,
  opening: number,
): Promise<number> {
  const reference = `${owner.applicantId}-${month}`
  const statementId = deriveId('statement', [reference])
  const from = `2025-${String(((month - 1) % 12) + 1).padStart(2, '0')}-01`
  const days = monthLengths[(month - 1) % 12] ?? 30
  let balance = opening
  const rows = createSampleMovements(random, count).map((movement, position): StagedTransaction => {
    balance += movement.cents
    const date = addDays(from, Math.floor((position * days) / count))
    return {
      id: deriveId('transaction', [reference, String(position)]),
      statementId,
      accountId: null,
      replacesId: null,
      ownerId: owner.ownerId,
      applicantId: owner.applicantId,
      providerId,
      position: (month - 1) * count + position,
      providerTransactionId: `${month}-${position}`,
      status: 'BOOKED',
      amount: { value: toDecimal(movement.cents), currency },
      direction: movement.cents > 0 ? 'CREDIT' : 'DEBIT',
      bookingDate: date,
      valueDate: date,
      effectiveDate: date,
      description: movement.description,
      // 00 are invalid check digits, so the number belongs to no account.
      counterparty: {
        name: movement.counterparty,
        iban: `DE00${String(movement.counterparty.length * 7_919).padStart(18, '0')}`,
        maskedIban: `DE****************${String(movement.counterparty.length * 7_919)
          .padStart(18, '0')
          .slice(-4)}`,
        bic: null,
        creditorId: null,
      },
      channel: null,
      category: { code: movement.category, providerCode: movement.providerCategory },
      tags: [],
      codes: [],
      mandateReference: null,
      reference: `FT${random.integer(10_000_000, 99_999_999)}`,
      balanceAfter: { value: toDecimal(balance), currency },
      fingerprint: `${reference}:${position}`,
      idSource: null,
    }
  })
  const money = (cents: number) => ({ value: toDecimal(cents), currency })
  await stageStatement(queries, tenant, {
    ...owner,
    id: statementId,
    ordinal: month,
    documentId: null,
    documentSha256: null,
    providerReference: reference,
    bankName: 'Kontorbank',
    account,
    from,
    to: addDays(from, days - 1),
    currency,
    openingBalance: money(opening),
    closingBalance: money(balance),
    totalCredits: null,
    totalDebits: null,
    statedTransactionCount: count,
    providerCheck: null,
    pageCount: 6,
    fraudSignals: [],
    confidence: { overall: '0.97', ocr: '0.98', extraction: '0.96' },
    createdAt: at,
  })
  for (let start = 0; start < rows.length; start += rowsPerInsert)
    await stageTransactions(queries, tenant, rows.slice(start, start + rowsPerInsert))
  return balance
}

async function insertAssessment(queries: Queries, random: Random, owner: Owner): Promise<void> {
  const { ownerId: _, ...ofCollection } = owner
  const metrics = [{ name: 'averageMonthlyIncome', value: '3100.00', unit: currency, basis: 'period' }]
  const assessment: RiskAssessment = {
    ...ofCollection,
    id: deriveId('riskAssessment', [owner.applicantId]),
    kind: 'CREDIT',
    assessedAt: at,
    providerReference: null,
    level: 'LOW',
    score: { value: String(random.integer(500, 800)), min: '300', max: '850', higherIsRiskier: false },
    riskClass: 2,
    flag: null,
    signals: [
      { code: 'REGULAR_SALARY', sentiment: 'GOOD', value: '12', quantile: null, explanations: [] },
      { code: 'RETURNED_DEBITS', sentiment: 'BAD', value: '1', quantile: null, explanations: [] },
      { code: 'CASH_WITHDRAWALS', sentiment: 'NEUTRAL', value: '9', quantile: null, explanations: [] },
    ],
  }
  await stageRiskAssessment(queries, tenant, assessment, metrics)
}

const account: StatementAccount = {
  holderName: 'Jördis Ahrenkamp',
  accountNumber: null,
  maskedNumber: null,
  iban: null,
  maskedIban: null,
  bic: null,
  ifsc: null,
  micr: null,
  category: 'Girokonto',
  creditLimit: null,
  overdraftLimit: null,
  countryCode: 'DE',
}

function toDecimal(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0')
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
