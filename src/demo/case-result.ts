import { z } from 'zod'
import { createOperation } from './operation.ts'

// The queries for the results of the analyses, with the types of their answers.

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
  transactions: connectionOf(transactionSchema)
    .extend({ totalCount: z.int() })
    .describe('transactions(first: $shown, orderBy: EFFECTIVE_DATE_ASC)'),
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
  )
    .extend({ totalCount: z.int() })
    .describe('metrics(first: $shown)'),
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
    .nullable()
    .describe('transactions(first: 5)'),
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

export const caseResult = createOperation(
  'query CaseResult($id: ID!, $shown: Int!)',
  z.object({
    case: z
      .object({
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
        statements: connectionOf(statementSchema).describe('statements(includeDuplicates: true)'),
        riskAssessments: z.array(assessmentSchema),
        applicant: z.object({
          sources: z.array(sourceSchema),
          bankLogins: z.array(bankLoginSchema).nullable(),
          earliest: days.describe('transactions(first: 1, orderBy: EFFECTIVE_DATE_ASC)'),
          latest: days.describe('transactions(first: 1, orderBy: EFFECTIVE_DATE_DESC)'),
        }),
      })
      .describe('case(id: $id)'),
  }),
)

const periodSchema = z.object({
  from: z.string(),
  currency: z.string(),
  moneyIn: z.string(),
  moneyOut: z.string(),
  net: z.string(),
  transactionCount: z.int(),
})
export type ShownPeriod = z.infer<typeof periodSchema>

export const cashFlow = createOperation(
  'query CashFlow($id: ID!, $from: Date!, $to: Date!)',
  z.object({
    applicant: z
      .object({ cashFlow: z.array(periodSchema).describe('cashFlow(from: $from, to: $to, interval: MONTH)') })
      .describe('applicant(id: $id)'),
  }),
)
