import Fastify from 'fastify'
import pg from 'pg'
import { z } from 'zod'
import { createSigner } from '../../src/auth/signer.ts'
import { createListCursors } from '../../src/graphql/list-cursor.ts'
import { secretKey, tenant } from '../settings.ts'
import { loadServerSettings } from './load-server-settings.ts'

// Hand-written routes for two pages of a frontend with only Fastify and `pg`: one statement for each table, and the
// answer composed from the rows. They return the same bytes, by GET, or by POST with the same members as JSON.

const settings = loadServerSettings(process.env)
const pool = new pg.Pool({
  connectionString: settings.url ?? undefined,
  max: 8,
  // Dates as stored, not as instants in the server's time zone.
  types: {
    getTypeParser: (oid, format) => (oid === pg.types.builtins.DATE ? String : pg.types.getTypeParser(oid, format)),
  },
})
const cursors = createSigner([secretKey], 'list-cursor')
const idSchema = z.object({ id: z.string() })
const app = Fastify()

app.route({
  method: ['GET', 'POST'],
  url: '/statements',
  async handler({ method, query, body }, reply) {
    const { id } = idSchema.parse(method === 'GET' ? query : body)
    const applicants = await pool.query<{ id: string; displayName: string }>(
      'select id, display_name as "displayName" from applicants where tenant_id = $1 and id = $2',
      [tenant, id],
    )
    const [applicant] = applicants.rows
    if (!applicant) return reply.code(404).send({ data: { applicant: null } })
    const statements = await pool.query<StatementRow>(
      `select id, bank_name, from_date, to_date, currency, opening_balance, closing_balance, ordinal from statements
       where tenant_id = $1 and applicant_id = $2 and current and duplicate_of_id is null
       order by coalesce(to_date, from_date, '-infinity') desc, ordinal desc, id desc limit 51`,
      [tenant, id],
    )
    const page = statements.rows.slice(0, 50)
    const transactions = await pool.query<TransactionRow>(
      `select found.* from unnest($3::text[]) with ordinality as wanted(id, number)
       cross join lateral (
         (select ${transactionColumns} from transactions
          where tenant_id = $1 and applicant_id = $2 and statement_id = wanted.id
          order by effective_date desc, position desc, id desc limit 501)
         union all
         (select ${transactionColumns} from duplicate_transactions
          where tenant_id = $1 and applicant_id = $2 and statement_id = wanted.id
          order by effective_date desc, position desc, id desc limit 501)
         order by effective_date desc, position desc, id desc limit 501
       ) as found
       order by wanted.number, found.effective_date desc, found.position desc, found.id desc`,
      [tenant, id, page.map(statement => statement.id)],
    )
    const byStatement = Map.groupBy(transactions.rows, row => row.statement_id)
    const edges = page.map(statement => {
      const rows = byStatement.get(statement.id) ?? []
      const shown = rows.slice(0, 500)
      const last = shown.at(-1)
      const money = (value: string | null) => (value === null ? null : { value, currency: statement.currency })
      return {
        node: {
          id: statement.id,
          bankName: statement.bank_name,
          from: statement.from_date,
          to: statement.to_date,
          openingBalance: money(statement.opening_balance),
          closingBalance: money(statement.closing_balance),
          transactions: {
            edges: shown.map(row => ({
              node: {
                id: row.id,
                status: row.status,
                bookingDate: row.booking_date,
                valueDate: row.value_date,
                direction: row.direction,
                amount: { value: row.amount, currency: row.currency },
                description: row.description,
                counterparty: row.counterparty && { name: row.counterparty.name },
                category: row.category && { code: row.category },
                reference: row.reference,
              },
            })),
            pageInfo: {
              hasNextPage: rows.length > 500,
              endCursor:
                last === undefined
                  ? null
                  : createListCursors(cursors, [
                      tenant,
                      'transactions',
                      'statement',
                      `${id}/${statement.id}`,
                      'EFFECTIVE_DATE_DESC',
                    ]).cursorOf(`${last.effective_date} ${last.position} ${last.id}`),
            },
          },
        },
      }
    })
    const last = page.at(-1)
    return {
      data: {
        applicant: {
          id: applicant.id,
          displayName: applicant.displayName,
          statements: {
            edges,
            pageInfo: {
              hasNextPage: statements.rows.length > 50,
              endCursor:
                last === undefined
                  ? null
                  : createListCursors(cursors, [tenant, 'statements', 'applicant', id, 'period']).cursorOf(
                      `${last.to_date ?? last.from_date ?? '-infinity'} ${last.ordinal} ${last.id}`,
                    ),
            },
          },
        },
      },
    }
  },
})

app.route({
  method: ['GET', 'POST'],
  url: '/risk',
  async handler({ method, query, body }, reply) {
    const { id } = idSchema.parse(method === 'GET' ? query : body)
    const applicants = await pool.query<ApplicantRow>(
      'select id, reference, kind, display_name, created_at from applicants where tenant_id = $1 and id = $2',
      [tenant, id],
    )
    const [applicant] = applicants.rows
    if (!applicant) return reply.code(404).send({ data: { applicant: null } })
    const assessments = await pool.query<AssessmentRow>(
      `select id, kind, level, assessed_at, score, signals from risk_assessments
       where tenant_id = $1 and applicant_id = $2 and current order by assessed_at desc, id desc limit 100`,
      [tenant, id],
    )
    return {
      data: {
        applicant: {
          id: applicant.id,
          reference: applicant.reference,
          kind: applicant.kind,
          displayName: applicant.display_name,
          createdAt: applicant.created_at,
          riskAssessments: assessments.rows.map(row => ({
            id: row.id,
            kind: row.kind,
            level: row.level,
            assessedAt: row.assessed_at,
            score: row.score && {
              value: row.score.value,
              min: row.score.min,
              max: row.score.max,
              higherIsRiskier: row.score.higherIsRiskier,
            },
            signals: row.signals.map(({ code, sentiment, value }) => ({ code, sentiment, value })),
          })),
        },
      },
    }
  },
})

const transactionColumns = `statement_id, id, status, booking_date, value_date, effective_date, position, direction, amount, currency,
  description, counterparty, category, reference`

interface StatementRow {
  readonly id: string
  readonly bank_name: string | null
  readonly from_date: string | null
  readonly to_date: string | null
  readonly currency: string
  readonly opening_balance: string | null
  readonly closing_balance: string | null
  readonly ordinal: number
}

interface TransactionRow {
  readonly statement_id: string
  readonly id: string
  readonly status: string
  readonly booking_date: string | null
  readonly value_date: string | null
  readonly effective_date: string
  readonly position: number
  readonly direction: string
  readonly amount: string
  readonly currency: string
  readonly description: string | null
  readonly counterparty: { readonly name: string | null } | null
  readonly category: string | null
  readonly reference: string | null
}

interface ApplicantRow {
  readonly id: string
  readonly reference: string
  readonly kind: string
  readonly display_name: string | null
  readonly created_at: Date
}

interface AssessmentRow {
  readonly id: string
  readonly kind: string
  readonly level: string
  readonly assessed_at: Date
  readonly score: { value: string; min: string; max: string; higherIsRiskier: boolean } | null
  readonly signals: readonly { code: string; sentiment: string; value: string }[]
}

await app.listen({ host: '127.0.0.1', port: settings.port })

process.once('SIGTERM', async () => {
  await app.close()
  await pool.end()
})
