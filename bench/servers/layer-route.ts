import Fastify from 'fastify'
import { z } from 'zod'
import { createSigner } from '../../src/auth/signer.ts'
import { wholeTenant } from '../../src/domain/reach.ts'
import { createListCursors } from '../../src/graphql/list-cursor.ts'
import { readApplicants } from '../../src/store/applicants.ts'
import { type Page, readPages } from '../../src/store/keyset.ts'
import { openDatabase } from '../../src/store/open-database.ts'
import { readRiskAssessmentsOf } from '../../src/store/risk-assessments.ts'
import { statementList } from '../../src/store/statements.ts'
import { toStatementKey, transactionList } from '../../src/store/transactions.ts'
import { secretKey, tenant } from '../settings.ts'
import { loadServerSettings } from './load-server-settings.ts'

// A hand-written route for one page of a frontend: the same database queries, and the answer composed from their rows
// without GraphQL. It returns the same bytes.

const settings = loadServerSettings(process.env)
const database = await openDatabase(settings.url, settings.directory)
const cursors = createSigner([secretKey], 'list-cursor')
const querySchema = z.object({ id: z.string() })
const app = Fastify()

app.get('/statements', async (request, reply) => {
  const { id } = querySchema.parse(request.query)
  const [applicant] = await readApplicants(database, wholeTenant(tenant), [id])
  if (!applicant) return reply.code(404).send({ data: { applicant: null } })
  const parents = { kind: 'applicant', keys: [id] } as const
  const args = { includeDuplicates: false }
  const statements = (
    await readPages(database, wholeTenant(tenant), statementList(parents, args), {
      limit: 50,
      backward: false,
      after: null,
      before: null,
    })
  ).get(id)
  const keys = statements?.items.map(({ node }) => toStatementKey(node)) ?? []
  const listArgs = { filter: {}, orderBy: 'EFFECTIVE_DATE_DESC', members } as const
  const transactions = await readPages(
    database,
    wholeTenant(tenant),
    { ...transactionList({ kind: 'statement', keys }, listArgs), toItem: toTransaction },
    { limit: 500, backward: false, after: null, before: null },
  )
  const edges = statements?.items.map(({ node }) => {
    const key = toStatementKey(node)
    const page = transactions.get(key)
    return {
      node: {
        id: node.id,
        bankName: node.bankName,
        from: node.from,
        to: node.to,
        openingBalance: node.openingBalance,
        closingBalance: node.closingBalance,
        transactions: {
          edges: page?.items.map(item => ({ node: item.node })) ?? [],
          pageInfo: toPageInfo(page, ['transactions', 'statement', key, listArgs.orderBy]),
        },
      },
    }
  })
  return {
    data: {
      applicant: {
        id: applicant.id,
        displayName: applicant.displayName,
        statements: {
          edges: edges ?? [],
          pageInfo: toPageInfo(statements, ['statements', 'applicant', id, 'period']),
        },
      },
    },
  }
})

app.get('/risk', async (request, reply) => {
  const { id } = querySchema.parse(request.query)
  const [applicant] = await readApplicants(database, wholeTenant(tenant), [id])
  if (!applicant) return reply.code(404).send({ data: { applicant: null } })
  const assessments =
    (await readRiskAssessmentsOf(database, wholeTenant(tenant), { kind: 'applicant', keys: [id] }, 100)).get(id) ?? []
  return {
    data: {
      applicant: {
        id: applicant.id,
        reference: applicant.reference,
        kind: applicant.kind,
        displayName: applicant.displayName,
        createdAt: applicant.createdAt,
        riskAssessments: assessments.map(assessment => ({
          id: assessment.id,
          kind: assessment.kind,
          level: assessment.level,
          assessedAt: assessment.assessedAt,
          score: assessment.score && {
            value: assessment.score.value,
            min: assessment.score.min,
            max: assessment.score.max,
            higherIsRiskier: assessment.score.higherIsRiskier,
          },
          signals: assessment.signals.map(({ code, sentiment, value }) => ({ code, sentiment, value })),
        })),
      },
    },
  }
})

const members = [
  'status',
  'bookingDate',
  'valueDate',
  'direction',
  'amount',
  'description',
  'counterparty',
  'category',
  'reference',
] as const

function toTransaction(row: Parameters<ReturnType<typeof transactionList>['toItem']>[0]) {
  return {
    id: row.id,
    status: row.status,
    bookingDate: row.bookingDate,
    valueDate: row.valueDate,
    direction: row.direction,
    amount: { value: row.amountValue, currency: row.currency },
    description: row.description,
    counterparty: row.counterparty && { name: row.counterparty.name },
    category: row.categoryCode && { code: row.categoryCode },
    reference: row.reference,
  }
}

function toPageInfo<Item>(page: Page<Item> | undefined, scope: readonly string[]) {
  const last = page?.items.at(-1)
  return {
    hasNextPage: page?.more ?? false,
    endCursor: last ? createListCursors(cursors, [tenant, ...scope]).cursorOf(last.key) : null,
  }
}

await app.listen({ host: '127.0.0.1', port: settings.port })

process.once('SIGTERM', async () => {
  await app.close()
  await database.stop()
})
