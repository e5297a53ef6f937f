import { z } from 'zod'
import type { Operation } from './api-client.ts'

// The query for the results of the analyses, with the types of its answer.

const money = z.object({ value: z.string(), currency: z.string() })
const connectionOf = <Node extends z.ZodType>(node: Node) => z.object({ edges: z.array(z.object({ node })) })

const transactionSchema = z.object({
  effectiveDate: z.string(),
  description: z.string().nullable(),
  category: z.object({ code: z.string() }).nullable(),
  amount: money,
  balanceAfter: money.nullable(),
})

const statementSchema = z.object({
  id: z.string(),
  provider: z.object({ name: z.string() }),
  bankName: z.string().nullable(),
  account: z.object({ holderName: z.string().nullable(), maskedNumber: z.string().nullable() }),
  from: z.string().nullable(),
  to: z.string().nullable(),
  currency: z.string(),
  openingBalance: money.nullable(),
  closingBalance: money.nullable(),
  reconciles: z.boolean().nullable(),
  confidence: z.object({ overall: z.string().nullable() }).nullable(),
  transactionCount: z.int().nullable(),
  duplicateOf: z.object({ id: z.string(), provider: z.object({ name: z.string() }) }).nullable(),
  disagreements: z.array(
    z.object({
      what: z.string(),
      ours: z.string(),
      theirs: z.string(),
      statement: z.object({ provider: z.object({ name: z.string() }) }),
    }),
  ),
  transactions: connectionOf(transactionSchema).extend({ totalCount: z.int() }),
})
export type ShownStatement = z.infer<typeof statementSchema>

const decisionSchema = z.object({
  provider: z.object({ name: z.string() }),
  status: z.string(),
  fraudRisk: z.string(),
  validation: z.string(),
  consistent: z.boolean(),
  alerts: z.array(
    z.object({ source: z.string(), messages: z.array(z.object({ language: z.string(), text: z.string() })) }),
  ),
})
export type ShownDecision = z.infer<typeof decisionSchema>

const assessmentSchema = z.object({
  provider: z.object({ name: z.string() }),
  kind: z.string(),
  level: z.string(),
  score: z.object({ value: z.string() }).nullable(),
  riskClass: z.int().nullable(),
  flag: z.object({ color: z.string().nullable() }).nullable(),
  signals: z.array(z.object({ code: z.string(), sentiment: z.string(), value: z.string().nullable() })),
  metrics: connectionOf(
    z.object({ name: z.string(), value: z.string(), unit: z.string().nullable(), basis: z.string().nullable() }),
  ).extend({ totalCount: z.int() }),
})
export type ShownAssessment = z.infer<typeof assessmentSchema>

const accountSchema = z.object({
  name: z.string().nullable(),
  maskedIban: z.string().nullable(),
  owner: z.string().nullable(),
  type: z.string(),
  balance: money.nullable(),
  transactions: connectionOf(transactionSchema.extend({ status: z.string() }))
    .extend({ totalCount: z.int() })
    .nullable(),
})
const bankLoginSchema = z.object({
  provider: z.object({ name: z.string() }),
  bank: z.object({ name: z.string() }),
  accounts: z.array(accountSchema),
})
export type ShownBankLogin = z.infer<typeof bankLoginSchema>

const sourceSchema = z.object({
  provider: z.object({ name: z.string() }),
  product: z.string().nullable(),
  status: z.string(),
})
export type ShownSource = z.infer<typeof sourceSchema>

const days = connectionOf(z.object({ effectiveDate: z.string() }))
const moneyFields = '{ value currency }'
const transactionFields = `{
  effectiveDate
  description
  category { code }
  amount ${moneyFields}
  balanceAfter ${moneyFields}
}`

export const caseResult = {
  document: `query CaseResult($id: ID!, $shown: Int!) {
    case(id: $id) {
      decision {
        provider { name }
        status
        fraudRisk
        validation
        consistent
        alerts { source messages { language text } }
      }
      analyses {
        product
        reports { name mediaType }
        documentResults { document { fileName } status error { userMessage } }
      }
      statements(includeDuplicates: true) {
        edges {
          node {
            id
            provider { name }
            bankName
            account { holderName maskedNumber }
            from
            to
            currency
            openingBalance ${moneyFields}
            closingBalance ${moneyFields}
            reconciles
            confidence { overall }
            transactionCount
            duplicateOf { id provider { name } }
            disagreements { what ours theirs statement { provider { name } } }
            transactions(first: $shown, orderBy: EFFECTIVE_DATE_ASC) {
              totalCount
              edges { node { ...Shown } }
            }
          }
        }
      }
      riskAssessments {
        provider { name }
        kind
        level
        score { value }
        riskClass
        flag { color }
        signals { code sentiment value }
        metrics(first: $shown) { totalCount edges { node { name value unit basis } } }
      }
      applicant {
        sources { provider { name } product status }
        bankLogins {
          provider { name }
          bank { name }
          accounts {
            name
            maskedIban
            owner
            type
            balance ${moneyFields}
            transactions(first: 5) { totalCount edges { node { status ...Shown } } }
          }
        }
        earliest: transactions(first: 1, orderBy: EFFECTIVE_DATE_ASC) { edges { node { effectiveDate } } }
        latest: transactions(first: 1, orderBy: EFFECTIVE_DATE_DESC) { edges { node { effectiveDate } } }
      }
    }
  }
  fragment Shown on Transaction ${transactionFields}`,
  data: z.object({
    case: z.object({
      decision: decisionSchema.nullable(),
      analyses: z.array(
        z.object({
          product: z.string(),
          reports: z.array(z.object({ name: z.string(), mediaType: z.string() })),
          documentResults: z.array(
            z.object({
              document: z.object({ fileName: z.string() }),
              status: z.string(),
              error: z.object({ userMessage: z.string() }).nullable(),
            }),
          ),
        }),
      ),
      statements: connectionOf(statementSchema),
      riskAssessments: z.array(assessmentSchema),
      applicant: z.object({
        sources: z.array(sourceSchema),
        bankLogins: z.array(bankLoginSchema).nullable(),
        earliest: days,
        latest: days,
      }),
    }),
  }),
} satisfies Operation<unknown>

const periodSchema = z.object({
  from: z.string(),
  currency: z.string(),
  moneyIn: z.string(),
  moneyOut: z.string(),
  net: z.string(),
  transactionCount: z.int(),
})
export type ShownPeriod = z.infer<typeof periodSchema>

export const cashFlow = {
  document: `query CashFlow($id: ID!, $from: Date!, $to: Date!) {
    applicant(id: $id) {
      cashFlow(from: $from, to: $to, interval: MONTH) { from currency moneyIn moneyOut net transactionCount }
    }
  }`,
  data: z.object({ applicant: z.object({ cashFlow: z.array(periodSchema) }) }),
} satisfies Operation<unknown>
