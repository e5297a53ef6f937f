import DataLoader from 'dataloader'
import type { Analysis, AnalysisRun } from '../domain/analysis.ts'
import type { Logo } from '../domain/bank.ts'
import type { BankAccount, BankLogin } from '../domain/bank-login.ts'
import type { LogoQuery } from '../domain/company.ts'
import type { CaseDocument } from '../domain/document.ts'
import type { RiskAssessment } from '../domain/risk-assessment.ts'
import type { StatementDisagreement } from '../domain/statement.ts'
import type { TenantId } from '../domain/tenant.ts'
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
import type { Queries } from '../store/database.ts'
import { readDecisionsOfAnalyses, readDecisionsOfCases, type StoredDecision } from '../store/decisions.ts'
import { readDisagreements } from '../store/disagreements.ts'
import { readDocuments, readDocumentsOfCases } from '../store/documents.ts'
import { readProviderHealth } from '../store/provider-health.ts'
import { readReportsOfAnalyses, type StoredReport } from '../store/reports.ts'
import { metricList, readRiskAssessments, readRiskAssessmentsOf } from '../store/risk-assessments.ts'
import { readShipments, shipmentList } from '../store/shipments.ts'
import { type AskedSource, readAskedSources } from '../store/sources.ts'
import { type FoundStatement, readStatements, readStatementsOfAnalyses, statementList } from '../store/statements.ts'
import { readTransactions, transactionList } from '../store/transactions.ts'
import { createGroupLoader, createGroupLoaderWith, createOneLoader } from './by-key.ts'
import { createListLoader } from './list-loader.ts'

/** How long lists may be that are not answered in pages. */
export const listLimits = {
  documents: 200,
  analyses: 200,
  statements: 500,
  overlaps: 100,
  disagreements: 20,
  riskAssessments: 100,
  reports: 20,
} as const

/** What of a tenant is asked of providers while a query is answered. */
export interface LiveReads {
  /**
   * Has the bank logins of applicants read again where what is stored is older than so many seconds.
   * @returns the applicants of whom nothing as fresh as that is stored afterwards
   */
  refreshBankLogins(applicantIds: readonly string[], maxAgeSeconds: number): Promise<ReadonlySet<string>>
  /** Logos, in the order asked; null where there is none. */
  findLogos(queries: readonly LogoQuery[]): Promise<readonly (Logo | null)[]>
}

export type Loaders = ReturnType<typeof createReaders> & {
  /** What was read is no longer true. */
  forget(): void
}

/**
 * Reads of one tenant, put together and remembered. Made afresh for every request, and for every event of a subscription,
 * so that nothing is remembered longer than it is true.
 */
export function createLoaders(queries: Queries, tenant: TenantId, live: LiveReads): Loaders {
  const readers = createReaders(queries, tenant, live)
  return {
    ...readers,
    forget() {
      for (const reader of Object.values(readers)) reader.clearAll()
    },
  }
}

function createReaders(queries: Queries, tenant: TenantId, live: LiveReads) {
  const idOf = (item: { readonly id: string }) => item.id
  const riskAssessmentsOf = (parent: 'applicant' | 'case' | 'analysis') =>
    createGroupLoader<readonly RiskAssessment[]>(
      keys => readRiskAssessmentsOf(queries, tenant, { kind: parent, keys }, listLimits.riskAssessments),
      [],
    )
  const sourcesOf = (parent: 'applicant' | 'case') =>
    createGroupLoader<readonly AskedSource[]>(keys => readAskedSources(queries, tenant, parent, keys), [])
  return {
    applicants: createOneLoader(ids => readApplicants(queries, tenant, ids), idOf),
    applicantsByReference: createOneLoader(
      references => readApplicantsByReference(queries, tenant, references),
      applicant => applicant.reference,
    ),
    applicantLists: createListLoader(queries, tenant, applicantList),

    cases: createOneLoader(ids => readCases(queries, tenant, ids), idOf),
    caseLists: createListLoader(queries, tenant, caseList),

    documents: createOneLoader(ids => readDocuments(queries, tenant, ids), idOf),
    documentsOfCase: createGroupLoader<readonly CaseDocument[]>(
      ids => readDocumentsOfCases(queries, tenant, ids, listLimits.documents),
      [],
    ),

    analyses: createOneLoader(ids => readAnalyses(queries, tenant, ids), idOf),
    analysesOfCase: createGroupLoader<readonly Analysis[]>(
      ids => readAnalysesOfCases(queries, tenant, ids, listLimits.analyses),
      [],
    ),
    analysisLists: createListLoader(queries, tenant, analysisList),
    runsOfAnalysis: createGroupLoader<readonly AnalysisRun[]>(ids => readRuns(queries, tenant, ids), []),
    documentResultsOfAnalysis: createGroupLoader<readonly AnalysisDocumentResult[]>(
      ids => readDocumentResults(queries, tenant, ids),
      [],
    ),

    decisionsOfAnalyses: createOneLoader(
      ids => readDecisionsOfAnalyses(queries, tenant, ids),
      decision => decision.analysisId,
    ),
    decisionsOfCases: createGroupLoader<StoredDecision | null>(ids => readDecisionsOfCases(queries, tenant, ids), null),
    reportsOfAnalysis: createGroupLoader<readonly StoredReport[]>(
      ids => readReportsOfAnalyses(queries, tenant, ids, listLimits.reports),
      [],
    ),

    providerHealths: createOneLoader(
      accounts => readProviderHealth(queries, accounts),
      row => row.account,
    ),

    consents: createOneLoader(ids => readConsents(queries, tenant, ids), idOf),
    consentsOfAnalyses: createOneLoader(
      ids => readConsentsOfAnalyses(queries, tenant, ids),
      consent => consent.analysisId,
    ),

    statements: createOneLoader(ids => readStatements(queries, tenant, ids), idOf),
    statementsOfAnalysis: createGroupLoader<readonly FoundStatement[]>(
      ids => readStatementsOfAnalyses(queries, tenant, ids, listLimits.statements),
      [],
    ),
    disagreementsOfStatements: createGroupLoader<readonly StatementDisagreement[]>(
      keys => readDisagreements(queries, tenant, keys, listLimits.disagreements),
      [],
    ),
    statementLists: createListLoader(queries, tenant, statementList),

    transactions: createOneLoader(ids => readTransactions(queries, tenant, ids), idOf),
    transactionLists: createListLoader(queries, tenant, transactionList),
    cashFlows: createGroupLoaderWith<CashFlowArgs, readonly CashFlowPeriod[]>(
      (applicantIds, args) => readCashFlows(queries, tenant, applicantIds, args),
      [],
    ),

    riskAssessments: createOneLoader(ids => readRiskAssessments(queries, tenant, ids), idOf),
    riskAssessmentsOfApplicant: riskAssessmentsOf('applicant'),
    riskAssessmentsOfCase: riskAssessmentsOf('case'),
    riskAssessmentsOfAnalysis: riskAssessmentsOf('analysis'),
    metricLists: createListLoader(queries, tenant, metricList),

    sourcesOfApplicant: sourcesOf('applicant'),
    sourcesOfCase: sourcesOf('case'),
    bankSourcesOfApplicant: createGroupLoader<readonly BankSource[]>(ids => readBankSources(queries, tenant, ids), []),

    bankLogins: createOneLoader(ids => readBankLogins(queries, tenant, ids), idOf),
    bankLoginsOfApplicant: createGroupLoader<readonly BankLogin[]>(
      ids => readBankLoginsOfApplicants(queries, tenant, ids),
      [],
    ),
    freshBankLoginsOfApplicant: createGroupLoaderWith<number, readonly BankLogin[]>(async (ids, maxAgeSeconds) => {
      const outdated = await live.refreshBankLogins(ids, maxAgeSeconds)
      const found = await readBankLoginsOfApplicants(queries, tenant, ids)
      for (const id of outdated)
        found.set(
          id,
          (found.get(id) ?? []).map(login => ({ ...login, stale: true })),
        )
      return found
    }, []),
    bankAccounts: createOneLoader(ids => readBankAccounts(queries, tenant, ids), idOf),
    bankAccountsOfLogin: createGroupLoader<readonly BankAccount[]>(
      ids => readBankAccountsOfLogins(queries, tenant, ids),
      [],
    ),
    bankSessions: createOneLoader(ids => readBankSessions(queries, tenant, ids), idOf),

    shipments: createOneLoader(ids => readShipments(queries, tenant, ids), idOf),
    shipmentLists: createListLoader(queries, tenant, shipmentList),

    logos: new DataLoader<LogoQuery, Logo | null, string>(async wanted => [...(await live.findLogos(wanted))], {
      cacheKeyFn: ({ name, creditorId, iban }) => JSON.stringify([name, creditorId, iban]),
    }),
  }
}
