import DataLoader from 'dataloader'
import type { Logo } from '../domain/bank.ts'
import type { BankLogin } from '../domain/bank-login.ts'
import type { LogoQuery } from '../domain/company.ts'
import type { Reach } from '../domain/reach.ts'
import { analysisList, readAnalyses, readAnalysesOfCases, readDocumentResults, readRuns } from '../store/analyses.ts'
import { applicantList, readApplicants, readApplicantsByReference } from '../store/applicants.ts'
import { readBankAccounts, readBankAccountsOfLogins } from '../store/bank-accounts.ts'
import { readBankLogins, readBankLoginsOfApplicants, readBankSessions } from '../store/bank-logins.ts'
import { readBankSources } from '../store/bank-sources.ts'
import { caseList, readCases } from '../store/cases.ts'
import { type CashFlowArgs, type CashFlowPeriod, readCashFlows } from '../store/cash-flow.ts'
import { readConsents, readConsentsOfAnalyses } from '../store/consents.ts'
import type { ReachQueries } from '../store/database.ts'
import { readDecisionsOfAnalyses, readDecisionsOfCases, type StoredDecision } from '../store/decisions.ts'
import { readDisagreements } from '../store/disagreements.ts'
import { readDocuments, readDocumentsOfCases } from '../store/documents.ts'
import type { ListDefinition } from '../store/keyset.ts'
import type { ProviderHealthRow } from '../store/provider-health.ts'
import { readReportsOfAnalyses } from '../store/reports.ts'
import { metricList, readRiskAssessments, readRiskAssessmentsOf } from '../store/risk-assessments.ts'
import { readShipments, shipmentList } from '../store/shipments.ts'
import { readAskedSources } from '../store/sources.ts'
import { readStatements, readStatementsOfAnalyses, statementList } from '../store/statements.ts'
import { readTransactions, transactionList } from '../store/transactions.ts'
import { createGroupLoader, createGroupLoaderWith, createOneLoader } from './by-key.ts'
import { createLazily } from './create-lazily.ts'
import { createListLoader } from './list-loader.ts'

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

type Read<Answer> = (queries: ReachQueries, reach: Reach, keys: readonly string[]) => Promise<Answer>

const ones =
  <Item>(read: Read<readonly Item[]>, keyOf: (item: Item) => string) =>
  ({ queries, reach }: Reading) =>
    createOneLoader(keys => read(queries, reach, keys), keyOf)

const byId = <Item extends { readonly id: string }>(read: Read<readonly Item[]>) => ones(read, item => item.id)

const groups =
  <Item>(read: Read<ReadonlyMap<string, readonly Item[]>>) =>
  ({ queries, reach }: Reading) =>
    createGroupLoader<readonly Item[]>(parents => read(queries, reach, parents), [])

const lists =
  <Args, Row extends object, Item>(definition: ListDefinition<Args, Row, Item>) =>
  ({ queries, reach }: Reading) =>
    createListLoader(queries, reach, definition)

const riskAssessmentsOf = (kind: 'applicant' | 'case' | 'analysis') =>
  groups((queries, reach, keys) => readRiskAssessmentsOf(queries, reach, { kind, keys }))

const sourcesOf = (kind: 'applicant' | 'case') =>
  groups((queries, reach, keys) => readAskedSources(queries, reach, kind, keys))

/**
 * Loaders within one reach, which batch and cache reads. They live for one request or one event of a subscription, so a
 * cached row is never stale.
 */
export const createLoaders = createLazily<Reading>()({
  applicants: byId(readApplicants),
  applicantsByReference: ones(readApplicantsByReference, applicant => applicant.reference),
  applicantLists: lists(applicantList),

  cases: byId(readCases),
  caseLists: lists(caseList),

  documents: byId(readDocuments),
  documentsOfCase: groups(readDocumentsOfCases),

  analyses: byId(readAnalyses),
  analysesOfCase: groups(readAnalysesOfCases),
  analysisLists: lists(analysisList),
  runsOfAnalysis: groups(readRuns),
  documentResultsOfAnalysis: groups(readDocumentResults),

  decisionsOfAnalyses: ones(readDecisionsOfAnalyses, decision => decision.analysisId),
  decisionsOfCases: ({ queries, reach }) =>
    createGroupLoader<StoredDecision | null>(ids => readDecisionsOfCases(queries, reach, ids), null),
  reportsOfAnalysis: groups(readReportsOfAnalyses),

  providerHealths: ({ live }) =>
    createOneLoader(
      accounts => live.readProviderHealth(accounts),
      row => row.account,
    ),

  consents: byId(readConsents),
  consentsOfAnalyses: ones(readConsentsOfAnalyses, consent => consent.analysisId),

  statements: byId(readStatements),
  statementsOfAnalysis: groups(readStatementsOfAnalyses),
  disagreementsOfStatements: groups(readDisagreements),
  statementLists: lists(statementList),

  transactions: byId(readTransactions),
  transactionLists: lists(transactionList),
  cashFlows: ({ queries, reach }) =>
    createGroupLoaderWith<CashFlowArgs, readonly CashFlowPeriod[]>(
      (applicantIds, args) => readCashFlows(queries, reach, applicantIds, args),
      [],
    ),

  riskAssessments: byId(readRiskAssessments),
  riskAssessmentsOfApplicant: riskAssessmentsOf('applicant'),
  riskAssessmentsOfCase: riskAssessmentsOf('case'),
  riskAssessmentsOfAnalysis: riskAssessmentsOf('analysis'),
  metricLists: lists(metricList),

  sourcesOfApplicant: sourcesOf('applicant'),
  sourcesOfCase: sourcesOf('case'),
  bankSourcesOfApplicant: groups(readBankSources),

  bankLogins: byId(readBankLogins),
  bankLoginsOfApplicant: groups(readBankLoginsOfApplicants),
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
  bankAccounts: byId(readBankAccounts),
  bankAccountsOfLogin: groups(readBankAccountsOfLogins),
  bankSessions: byId(readBankSessions),

  shipments: byId(readShipments),
  shipmentLists: lists(shipmentList),

  logos: ({ live }) =>
    new DataLoader<LogoQuery, Logo | null, string>(async wanted => [...(await live.findLogos(wanted))], {
      cacheKeyFn: ({ name, creditorId, iban }) => JSON.stringify([name, creditorId, iban]),
    }),
})
