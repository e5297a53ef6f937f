import DataLoader from 'dataloader'
import type { Analysis, AnalysisRun } from '../domain/analysis.ts'
import type { Logo } from '../domain/bank.ts'
import type { BankAccount, BankLogin } from '../domain/bank-login.ts'
import type { LogoQuery } from '../domain/company.ts'
import type { CaseDocument } from '../domain/document.ts'
import type { Reach } from '../domain/reach.ts'
import type { RiskAssessment } from '../domain/risk-assessment.ts'
import type { StatementDisagreement } from '../domain/statement.ts'
import {
  type AnalysisDocumentResult,
  analysisList,
  readAnalyses,
  readAnalysesOfCases,
  readDocumentResults,
  readRuns,
} from '../store/analyses.ts'
import { applicantList, readApplicants, readApplicantsByReference } from '../store/applicants.ts'
import { readBankAccounts, readBankAccountsOfLogins } from '../store/bank-accounts.ts'
import { readBankLogins, readBankLoginsOfApplicants, readBankSessions } from '../store/bank-logins.ts'
import { type BankSource, readBankSources } from '../store/bank-sources.ts'
import { caseList, readCases } from '../store/cases.ts'
import { type CashFlowArgs, type CashFlowPeriod, readCashFlows } from '../store/cash-flow.ts'
import { readConsents, readConsentsOfAnalyses } from '../store/consents.ts'
import type { ReachQueries } from '../store/database.ts'
import { readDecisionsOfAnalyses, readDecisionsOfCases, type StoredDecision } from '../store/decisions.ts'
import { readDisagreements } from '../store/disagreements.ts'
import { readDocuments, readDocumentsOfCases } from '../store/documents.ts'
import type { ProviderHealthRow } from '../store/provider-health.ts'
import { readReportsOfAnalyses, type StoredReport } from '../store/reports.ts'
import { metricList, readRiskAssessments, readRiskAssessmentsOf } from '../store/risk-assessments.ts'
import { readShipments, shipmentList } from '../store/shipments.ts'
import { type AskedSource, readAskedSources } from '../store/sources.ts'
import { type FoundStatement, readStatements, readStatementsOfAnalyses, statementList } from '../store/statements.ts'
import { readTransactions, transactionList } from '../store/transactions.ts'
import { createGroupLoader, createGroupLoaderWith, createOneLoader } from './by-key.ts'
import { createLazily } from './create-lazily.ts'
import { createListLoader } from './list-loader.ts'

/** The longest lists that have no pages. */
export const listLimits = {
  documents: 200,
  analyses: 200,
  statements: 500,
  overlaps: 100,
  disagreements: 20,
  riskAssessments: 100,
  reports: 20,
} as const

/** Reads of a query that do not come from a tenant's rows: from providers, and about them. */
export interface LiveReads {
  /** The health of vendor accounts. */
  readProviderHealth(accounts: readonly string[]): Promise<readonly ProviderHealthRow[]>
  /**
   * Reads the bank logins of applicants again if the stored ones are older than `maxAgeSeconds`. @returns the
   * applicants whose stored logins are still older afterwards
   */
  refreshBankLogins(applicantIds: readonly string[], maxAgeSeconds: number): Promise<ReadonlySet<string>>
  /** Logos in the order of the queries; null when there is none. */
  findLogos(queries: readonly LogoQuery[]): Promise<readonly (Logo | null)[]>
}

/** What loaders read from, and for whom. */
interface Reading {
  readonly queries: ReachQueries
  readonly reach: Reach
  readonly live: LiveReads
}

export type Loaders = ReturnType<typeof createLoaders>

const idOf = (item: { readonly id: string }) => item.id

function riskAssessmentsOf({ queries, reach }: Reading, parent: 'applicant' | 'case' | 'analysis') {
  return createGroupLoader<readonly RiskAssessment[]>(
    keys => readRiskAssessmentsOf(queries, reach, { kind: parent, keys }, listLimits.riskAssessments),
    [],
  )
}

function sourcesOf({ queries, reach }: Reading, parent: 'applicant' | 'case') {
  return createGroupLoader<readonly AskedSource[]>(keys => readAskedSources(queries, reach, parent, keys), [])
}

/**
 * Loaders within one reach, which batch and cache reads. They live for one request or one event of a subscription, so a
 * cached row is never stale.
 */
export const createLoaders = createLazily<Reading>()({
  applicants: ({ queries, reach }) => createOneLoader(ids => readApplicants(queries, reach, ids), idOf),
  applicantsByReference: ({ queries, reach }) =>
    createOneLoader(
      references => readApplicantsByReference(queries, reach, references),
      applicant => applicant.reference,
    ),
  applicantLists: ({ queries, reach }) => createListLoader(queries, reach, applicantList),

  cases: ({ queries, reach }) => createOneLoader(ids => readCases(queries, reach, ids), idOf),
  caseLists: ({ queries, reach }) => createListLoader(queries, reach, caseList),

  documents: ({ queries, reach }) => createOneLoader(ids => readDocuments(queries, reach, ids), idOf),
  documentsOfCase: ({ queries, reach }) =>
    createGroupLoader<readonly CaseDocument[]>(
      ids => readDocumentsOfCases(queries, reach, ids, listLimits.documents),
      [],
    ),

  analyses: ({ queries, reach }) => createOneLoader(ids => readAnalyses(queries, reach, ids), idOf),
  analysesOfCase: ({ queries, reach }) =>
    createGroupLoader<readonly Analysis[]>(ids => readAnalysesOfCases(queries, reach, ids, listLimits.analyses), []),
  analysisLists: ({ queries, reach }) => createListLoader(queries, reach, analysisList),
  runsOfAnalysis: ({ queries, reach }) =>
    createGroupLoader<readonly AnalysisRun[]>(ids => readRuns(queries, reach, ids), []),
  documentResultsOfAnalysis: ({ queries, reach }) =>
    createGroupLoader<readonly AnalysisDocumentResult[]>(ids => readDocumentResults(queries, reach, ids), []),

  decisionsOfAnalyses: ({ queries, reach }) =>
    createOneLoader(
      ids => readDecisionsOfAnalyses(queries, reach, ids),
      decision => decision.analysisId,
    ),
  decisionsOfCases: ({ queries, reach }) =>
    createGroupLoader<StoredDecision | null>(ids => readDecisionsOfCases(queries, reach, ids), null),
  reportsOfAnalysis: ({ queries, reach }) =>
    createGroupLoader<readonly StoredReport[]>(
      ids => readReportsOfAnalyses(queries, reach, ids, listLimits.reports),
      [],
    ),

  providerHealths: ({ live }) =>
    createOneLoader(
      accounts => live.readProviderHealth(accounts),
      row => row.account,
    ),

  consents: ({ queries, reach }) => createOneLoader(ids => readConsents(queries, reach, ids), idOf),
  consentsOfAnalyses: ({ queries, reach }) =>
    createOneLoader(
      ids => readConsentsOfAnalyses(queries, reach, ids),
      consent => consent.analysisId,
    ),

  statements: ({ queries, reach }) => createOneLoader(ids => readStatements(queries, reach, ids), idOf),
  statementsOfAnalysis: ({ queries, reach }) =>
    createGroupLoader<readonly FoundStatement[]>(
      ids => readStatementsOfAnalyses(queries, reach, ids, listLimits.statements),
      [],
    ),
  disagreementsOfStatements: ({ queries, reach }) =>
    createGroupLoader<readonly StatementDisagreement[]>(
      keys => readDisagreements(queries, reach, keys, listLimits.disagreements),
      [],
    ),
  statementLists: ({ queries, reach }) => createListLoader(queries, reach, statementList),

  transactions: ({ queries, reach }) => createOneLoader(ids => readTransactions(queries, reach, ids), idOf),
  transactionLists: ({ queries, reach }) => createListLoader(queries, reach, transactionList),
  cashFlows: ({ queries, reach }) =>
    createGroupLoaderWith<CashFlowArgs, readonly CashFlowPeriod[]>(
      (applicantIds, args) => readCashFlows(queries, reach, applicantIds, args),
      [],
    ),

  riskAssessments: ({ queries, reach }) => createOneLoader(ids => readRiskAssessments(queries, reach, ids), idOf),
  riskAssessmentsOfApplicant: reading => riskAssessmentsOf(reading, 'applicant'),
  riskAssessmentsOfCase: reading => riskAssessmentsOf(reading, 'case'),
  riskAssessmentsOfAnalysis: reading => riskAssessmentsOf(reading, 'analysis'),
  metricLists: ({ queries, reach }) => createListLoader(queries, reach, metricList),

  sourcesOfApplicant: reading => sourcesOf(reading, 'applicant'),
  sourcesOfCase: reading => sourcesOf(reading, 'case'),
  bankSourcesOfApplicant: ({ queries, reach }) =>
    createGroupLoader<readonly BankSource[]>(ids => readBankSources(queries, reach, ids), []),

  bankLogins: ({ queries, reach }) => createOneLoader(ids => readBankLogins(queries, reach, ids), idOf),
  bankLoginsOfApplicant: ({ queries, reach }) =>
    createGroupLoader<readonly BankLogin[]>(ids => readBankLoginsOfApplicants(queries, reach, ids), []),
  freshBankLoginsOfApplicant: ({ queries, reach, live }) =>
    createGroupLoaderWith<number, readonly BankLogin[]>(async (ids, maxAgeSeconds) => {
      const outdated = await live.refreshBankLogins(ids, maxAgeSeconds)
      const found = await readBankLoginsOfApplicants(queries, reach, ids)
      for (const id of outdated)
        found.set(
          id,
          (found.get(id) ?? []).map(login => ({ ...login, stale: true })),
        )
      return found
    }, []),
  bankAccounts: ({ queries, reach }) => createOneLoader(ids => readBankAccounts(queries, reach, ids), idOf),
  bankAccountsOfLogin: ({ queries, reach }) =>
    createGroupLoader<readonly BankAccount[]>(ids => readBankAccountsOfLogins(queries, reach, ids), []),
  bankSessions: ({ queries, reach }) => createOneLoader(ids => readBankSessions(queries, reach, ids), idOf),

  shipments: ({ queries, reach }) => createOneLoader(ids => readShipments(queries, reach, ids), idOf),
  shipmentLists: ({ queries, reach }) => createListLoader(queries, reach, shipmentList),

  logos: ({ live }) =>
    new DataLoader<LogoQuery, Logo | null, string>(async wanted => [...(await live.findLogos(wanted))], {
      cacheKeyFn: ({ name, creditorId, iban }) => JSON.stringify([name, creditorId, iban]),
    }),
})
