import { buildSubgraphSchema } from '@apollo/subgraph'
import { type DocumentNode, type GraphQLSchema, Kind } from 'graphql'
import { accessTokenResolvers } from './access-token.ts'
import { activityEventResolvers } from './activity-event.ts'
import { analysisResolvers } from './analysis.ts'
import { applicantResolvers } from './applicant.ts'
import { bankResolvers } from './bank.ts'
import { bankAccountResolvers } from './bank-account.ts'
import { bankLoginResolvers } from './bank-login.ts'
import { bankSessionResolvers } from './bank-session.ts'
import { caseResolvers } from './case.ts'
import { companyResolvers } from './company.ts'
import { consentResolvers } from './consent.ts'
import { dataProviderResolvers } from './data-provider.ts'
import { decisionResolvers } from './decision.ts'
import { documentResolvers } from './document.ts'
import { enforceScopes } from './enforce-scopes.ts'
import { enforceTextBounds } from './enforce-text-bounds.ts'
import { notePlainFields } from './field-facts.ts'
import { importedLoginResolvers } from './imported-login.ts'
import { boundLists } from './limits/bound-lists.ts'
import { locateLiterals } from './locate-literals.ts'
import { pageInfoResolvers } from './page-info.ts'
import { paymentPartnerResolvers } from './payment-partner.ts'
import { resolveEntitiesAlone } from './resolve-entities.ts'
import { riskAssessmentResolvers } from './risk-assessment.ts'
import { scalarResolvers } from './scalars.ts'
import { readScopeDirectives, withoutScopeDirectives } from './scope-directives.ts'
import { shipmentResolvers } from './shipment.ts'
import { sourceStateResolvers } from './source-state.ts'
import { statementResolvers } from './statement.ts'
import { transactionResolvers } from './transaction.ts'
import { loadTypeDefs } from './type-defs.ts'

const resolverMaps = [
  scalarResolvers,
  pageInfoResolvers,
  accessTokenResolvers,
  applicantResolvers,
  caseResolvers,
  documentResolvers,
  analysisResolvers,
  decisionResolvers,
  consentResolvers,
  statementResolvers,
  transactionResolvers,
  riskAssessmentResolvers,
  sourceStateResolvers,
  dataProviderResolvers,
  bankResolvers,
  bankLoginResolvers,
  bankAccountResolvers,
  bankSessionResolvers,
  importedLoginResolvers,
  shipmentResolvers,
  companyResolvers,
  paymentPartnerResolvers,
  activityEventResolvers,
]

const nothing: DocumentNode = { kind: Kind.DOCUMENT, definitions: [] }

export interface SchemaOptions {
  /** Whether the schema has `@requiresScopes`, for routers that check scopes too. By default not. */
  readonly scopeDirectives?: boolean
}

/** The executable schema of the subgraph, which enforces scopes and bounds of texts. */
export function createSchema({ scopeDirectives = false }: SchemaOptions = {}): GraphQLSchema {
  const contract = loadTypeDefs()
  const typeDefs = scopeDirectives ? contract : withoutScopeDirectives(contract)
  const modules = resolverMaps.map(resolvers => ({ typeDefs: nothing, resolvers }))
  const schema = buildSubgraphSchema([{ typeDefs }, ...modules])
  const complete = boundLists(resolveEntitiesAlone(locateLiterals(enforceTextBounds(notePlainFields(schema)))))
  return enforceScopes(complete, readScopeDirectives(contract))
}

const published = new Map<boolean, GraphQLSchema>()

/** The same schema at every call with equal options, because creating it takes long. It must not be changed. */
export function publishedSchema({ scopeDirectives = false }: SchemaOptions = {}): GraphQLSchema {
  const known = published.get(scopeDirectives) ?? createSchema({ scopeDirectives })
  published.set(scopeDirectives, known)
  return known
}
