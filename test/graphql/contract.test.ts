import { composeServices } from '@theguild/federation-composition'
import { isEnumType, isInputObjectType, isObjectType, parse } from 'graphql'
import { describe, expect, test } from 'vitest'
import { eventSources, eventTypes } from '../../src/domain/activity-event.ts'
import {
  analysisActions,
  analysisStages,
  analysisStatuses,
  documentResultStatuses,
  products,
  requiredActionTypes,
} from '../../src/domain/analysis.ts'
import { applicantKinds, registrationSchemes } from '../../src/domain/applicant.ts'
import {
  accountTypes,
  bankSessionPurposes,
  bankSessionStatuses,
  synchronizationStates,
} from '../../src/domain/bank-login.ts'
import { caseStatuses } from '../../src/domain/case.ts'
import { consentStatuses } from '../../src/domain/consent.ts'
import { alertSources, decisionStatuses, validationStatuses } from '../../src/domain/decision.ts'
import { documentKinds, documentPeriods, documentStatuses } from '../../src/domain/document.ts'
import { bankListBounds, liveListBounds } from '../../src/domain/list-bounds.ts'
import { importModes } from '../../src/domain/imported-login.ts'
import { creditDebits } from '../../src/domain/money.ts'
import { riskKinds, riskLevels, signalSentiments } from '../../src/domain/risk-assessment.ts'
import { shipmentChannels, shipmentStatuses } from '../../src/domain/shipment.ts'
import { statementFigures } from '../../src/domain/statement.ts'
import { categoryCodes, transactionStatuses } from '../../src/domain/transaction.ts'
import { errorCodes } from '../../src/errors.ts'
import { declaredListSize } from '../../src/graphql/limits/list-size.ts'
import { objectFieldsOf } from '../../src/graphql/object-fields.ts'
import { createSchema } from '../../src/graphql/schema.ts'
import { loadTypeDefs } from '../../src/graphql/type-defs.ts'
import { providerHealths } from '../../src/providers/registry.ts'
import { findUndescribed } from '../../tools/find-undescribed.ts'

const schema = createSchema({ scopeDirectives: true })
const typeDefs = loadTypeDefs()
const ownTypes = Object.values(schema.getTypeMap()).filter(type => !/^(_|federation__|link__)/.test(type.name))

describe('the contract', () => {
  test('has a description for everything', () => {
    expect(findUndescribed(typeDefs)).toEqual([])
  })

  test('a missing description is found anywhere', () => {
    const bare = parse(`
      scalar S
      "d" type T { f("d" a: S b: S): S }
      extend type Query { "d" g: S h: S }
      "d" input I { x: S }
      "d" enum E { A "d" B }`)
    expect(findUndescribed(bare)).toEqual(['S', 'T.f', 'T.f.b', 'Query.h', 'I.x', 'E.A'])
  })

  test('every enum has exactly the values of the domain', () => {
    const domain: Readonly<Record<string, readonly string[]>> = {
      AccountType: accountTypes,
      BankSessionPurpose: bankSessionPurposes,
      BankSessionStatus: bankSessionStatuses,
      ImportMode: importModes,
      ShipmentChannel: shipmentChannels,
      ShipmentStatus: shipmentStatuses,
      SynchronizationState: synchronizationStates,
      AnalysisAction: analysisActions,
      AnalysisStage: analysisStages,
      AnalysisStatus: analysisStatuses,
      ApplicantKind: applicantKinds,
      CaseStatus: caseStatuses,
      TransactionCategoryCode: categoryCodes,
      ConsentStatus: consentStatuses,
      CreditDebit: creditDebits,
      AlertSource: alertSources,
      DecisionStatus: decisionStatuses,
      DocumentKind: documentKinds,
      DocumentPeriod: documentPeriods,
      DocumentResultStatus: documentResultStatuses,
      DocumentStatus: documentStatuses,
      ErrorCode: errorCodes,
      EventSource: eventSources,
      EventType: eventTypes,
      AnalysisProduct: products,
      ProviderHealth: providerHealths,
      RegistrationScheme: registrationSchemes,
      RequiredActionType: requiredActionTypes,
      RiskKind: riskKinds,
      RiskLevel: riskLevels,
      SignalSentiment: signalSentiments,
      StatementFigure: statementFigures,
      TransactionStatus: transactionStatuses,
      ValidationStatus: validationStatuses,
    }
    const ofTheGraphAlone = ['CaseOrder', 'CashFlowInterval', 'SourceStatus', 'TransactionOrder']
    const enums = ownTypes.filter(isEnumType).filter(type => !ofTheGraphAlone.includes(type.name))
    expect(Object.fromEntries(enums.map(type => [type.name, type.getValues().map(value => value.name)]))).toEqual(
      domain,
    )
  })

  test('every root field has a resolver, and every entity a reference resolver', () => {
    const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]
    const bare = roots.flatMap(root =>
      Object.values(root?.getFields() ?? {}).filter(field => !field.resolve && !field.subscribe),
    )
    expect(bare.map(field => field.name)).toEqual([])
    const entities = ownTypes
      .filter(isObjectType)
      .filter(type => type.astNode?.directives?.some(found => found.name.value === 'key'))
    expect(entities.map(type => type.name).sort()).toEqual([
      'Analysis',
      'Applicant',
      'BankAccount',
      'BankLogin',
      'Case',
      'CaseDocument',
      'DataProvider',
      'RiskAssessment',
      'Statement',
      'Transaction',
    ])
    const unresolved = entities.filter(
      type => !JSON.stringify(Object.keys(Object(type.extensions.apollo)?.subgraph ?? {})).includes('resolveReference'),
    )
    expect(unresolved.map(type => type.name)).toEqual([])
  })

  test('every mutation has one input, returns userErrors and needs the scope write', () => {
    for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
      expect(field.args.map(argument => argument.name)).toEqual(['input'])
      expect(isObjectType(field.type) && String(field.type.getFields().userErrors?.type)).toBe('[InputProblem!]!')
      expect(field.astNode?.directives?.map(found => found.name.value)).toEqual(['requiresScopes'])
    }
  })

  test('composes with other subgraphs that have their own Money, Event, Provider and extend our applicant', () => {
    const other = parse(`
      extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])
      type Query { provider: Provider money: Money node(id: ID!): Event }
      type Money { amount: Int! } type Event { id: ID! } type Provider { id: ID! }
      type PageInfo @shareable { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String }
      type Applicant @key(fields: "reference") { reference: String! orders: [Event!]! }`)
    const services = [
      { name: 'assay', typeDefs, url: 'http://127.0.0.1:1/graphql' },
      { name: 'shop', typeDefs: other, url: 'http://127.0.0.1:2/graphql' },
    ]
    const composition = composeServices(services)
    expect(composition.errors ?? []).toEqual([])
    expect(composition.supergraphSdl).toContain('type Applicant')
  })

  test('lists declare the bounds with which they are stored', () => {
    const stored: Readonly<Record<string, number>> = { ...bankListBounds, ...liveListBounds }
    const declared = objectFieldsOf(schema).filter(({ name }) => name in stored)
    expect(Object.fromEntries(declared.map(({ name, field }) => [name, declaredListSize(field)]))).toEqual(stored)
  })

  test('inputs and payloads are different types, so that each can be extended', () => {
    const shared = ownTypes.filter(isInputObjectType).filter(type => !/(Input|Filter|Range)$/.test(type.name))
    expect(shared.map(type => type.name)).toEqual([])
  })
})
