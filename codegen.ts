import type { CodegenConfig } from '@graphql-codegen/cli'

const connectionOf = (source: string) => `../graphql/connection.ts#Connection<${source}>`
const edgeOf = (source: string) => `../graphql/connection.ts#Edge<${source}>`

const config: CodegenConfig = {
  schema: 'schema/*.graphql',
  generates: {
    'src/__generated__/resolvers.ts': {
      plugins: ['typescript', 'typescript-resolvers'],
      config: {
        federation: true,
        contextType: '../graphql/context.ts#GraphQLContext',
        useTypeImports: true,
        importExtension: '.ts',
        enumsAsTypes: true,
        immutableTypes: true,
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
          Case: '../domain/case.ts#Case as CaseSource',
          CaseConnection: connectionOf('CaseSource'),
          CaseDocument: '../domain/document.ts#CaseDocument as CaseDocumentSource',
          CaseEdge: edgeOf('CaseSource'),
          CashFlowPeriod: '../store/cash-flow.ts#CashFlowPeriod as CashFlowPeriodSource',
          Consent: '../domain/consent.ts#Consent as ConsentSource',
          DataProvider: '../providers/registry.ts#DataProvider as DataProviderSource',
          DocumentResult: '../store/analyses.ts#AnalysisDocumentResult as DocumentResultSource',
          Erasure: '../domain/commands.ts#Erasure as ErasureSource',
          ErasureRemainder: '../domain/commands.ts#ErasureRemainder as ErasureRemainderSource',
          Metric: '../domain/risk-assessment.ts#Metric as MetricSource',
          MetricConnection: connectionOf('MetricSource'),
          MetricEdge: edgeOf('MetricSource'),
          PageInfo: '../graphql/connection.ts#PageInfoSource',
          RequiredAction: '../domain/analysis.ts#RequiredAction as RequiredActionSource',
          RiskAssessment: '../domain/risk-assessment.ts#RiskAssessment as RiskAssessmentSource',
          SourceState: '../graphql/source-state.ts#SourceState as SourceStateSource',
          Statement: '../domain/statement.ts#Statement as StatementSource',
          StatementConnection: connectionOf('StatementSource'),
          StatementEdge: edgeOf('StatementSource'),
          Transaction: '../domain/transaction.ts#Transaction as TransactionSource',
          TransactionConnection: connectionOf('TransactionSource'),
          TransactionEdge: edgeOf('TransactionSource'),
        },
      },
    },
  },
}

export default config
