import type { CodegenConfig } from '@graphql-codegen/cli'
import { assayCodegen } from './client/codegen.ts'

const connectionOf = (source: string) => `../graphql/connection.ts#Connection<${source}>`
const edgeOf = (source: string) => `../graphql/connection.ts#Edge<${source}>`

/** The client's scalars, which its own files import by their path. */
const clientScalars = Object.fromEntries(
  Object.entries(assayCodegen.scalars).map(([name, type]) => [name, type.replace('assay/client', '../scalars.ts')]),
)

const config: CodegenConfig = {
  schema: 'schema/*.graphql',
  generates: {
    'client/__generated__/operations.ts': {
      documents: 'client/operations/*.graphql',
      plugins: ['typescript-operations', 'typed-document-node'],
      config: { ...assayCodegen, scalars: clientScalars },
    },
    'console/src/__generated__/': {
      preset: 'client',
      documents: ['console/src/**/*.{ts,tsx}', '!console/src/__generated__/**'],
      presetConfig: { fragmentMasking: { unmaskFunctionName: 'readFragment' } },
      config: { ...assayCodegen, importExtension: '.ts' },
    },
    'src/__generated__/resolvers.ts': {
      plugins: ['typescript', 'typescript-resolvers'],
      config: {
        federation: true,
        contextType: '../graphql/context.ts#GraphQLContext',
        useTypeImports: true,
        importExtension: '.ts',
        enumsAsTypes: true,
        immutableTypes: true,
        // A member with a default value is always present.
        avoidOptionals: { defaultValue: true },
        skipTypename: true,
        strictScalars: true,
        scalars: {
          ID: 'string',
          Decimal: 'string',
          Date: 'string',
          DateTime: 'Date',
          CurrencyCode: 'string',
          Cursor: 'string',
          JSON: '../domain/json.ts#JsonValue',
          URL: 'string',
          _FieldSet: 'string',
        },
        mappers: {
          ActivityEvent: '../domain/activity-event.ts#ActivityEvent as ActivityEventSource',
          ActivityEventConnection: '../graphql/connection.ts#ConnectionPage<ActivityEventSource>',
          ActivityEventEdge: edgeOf('ActivityEventSource'),
          Analysis: '../domain/analysis.ts#Analysis as AnalysisSource',
          AnalysisConnection: connectionOf('AnalysisSource'),
          AnalysisEdge: edgeOf('AnalysisSource'),
          AnalysisError: '../domain/analysis.ts#AnalysisError as AnalysisErrorSource',
          AnalysisRun: '../domain/analysis.ts#AnalysisRun as AnalysisRunSource',
          Applicant: '../domain/applicant.ts#Applicant as ApplicantSource',
          ApplicantConnection: connectionOf('ApplicantSource'),
          ApplicantEdge: edgeOf('ApplicantSource'),
          Bank: '../domain/bank.ts#Bank as BankSource',
          BankAccount: '../domain/bank-login.ts#BankAccount as BankAccountSource',
          BankConnection: '../graphql/bank.ts#BankConnection as BankConnectionSource',
          BankEdge: edgeOf('BankSource'),
          BankLogin: '../domain/bank-login.ts#BankLogin as BankLoginSource',
          BankSession: '../domain/bank-login.ts#BankSession as BankSessionSource',
          Case: '../domain/case.ts#Case as CaseSource',
          CaseConnection: connectionOf('CaseSource'),
          CaseDecision: '../domain/decision.ts#CaseDecision as CaseDecisionSource',
          CaseDocument: '../domain/document.ts#CaseDocument as CaseDocumentSource',
          CaseEdge: edgeOf('CaseSource'),
          CashFlowPeriod: '../store/cash-flow.ts#CashFlowPeriod as CashFlowPeriodSource',
          Company: '../graphql/company.ts#Company as CompanySource',
          Consent: '../domain/consent.ts#Consent as ConsentSource',
          Counterparty: '../domain/transaction.ts#Counterparty as CounterpartySource',
          DataProvider: '../providers/registry.ts#DataProvider as DataProviderSource',
          DecisionAlert: '../domain/decision.ts#DecisionAlert as DecisionAlertSource',
          DocumentResult: '../store/analyses.ts#AnalysisDocumentResult as DocumentResultSource',
          Erasure: '../domain/commands.ts#Erasure as ErasureSource',
          ErasureRemainder: '../domain/commands.ts#ErasureRemainder as ErasureRemainderSource',
          Metric: '../domain/risk-assessment.ts#Metric as MetricSource',
          MetricConnection: connectionOf('MetricSource'),
          MetricEdge: edgeOf('MetricSource'),
          PaymentPartner: '../graphql/payment-partner.ts#PaymentPartner as PaymentPartnerSource',
          PageInfo: '../graphql/connection.ts#PageInfoSource',
          ReportFile: '../graphql/report.ts#ReportFile as ReportFileSource',
          RequiredAction: '../domain/analysis.ts#RequiredAction as RequiredActionSource',
          RiskAssessment: '../domain/risk-assessment.ts#RiskAssessment as RiskAssessmentSource',
          Shipment: '../domain/shipment.ts#Shipment as ShipmentSource',
          ShipmentConnection: connectionOf('ShipmentSource'),
          ShipmentEdge: edgeOf('ShipmentSource'),
          SourceState: '../graphql/source-state.ts#SourceState as SourceStateSource',
          Statement: '../domain/statement.ts#Statement as StatementSource',
          StatementConnection: connectionOf('StatementSource'),
          StatementDisagreement: '../domain/statement.ts#StatementDisagreement as StatementDisagreementSource',
          StatementEdge: edgeOf('StatementSource'),
          Transaction: '../store/transaction-columns.ts#TransactionPart as TransactionSource',
          TransactionConnection: connectionOf('TransactionSource'),
          TransactionEdge: edgeOf('TransactionSource'),
        },
      },
    },
  },
}

export default config
