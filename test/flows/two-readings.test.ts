import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { GraphqlClient } from '../support/graphql-client.ts'
import { finalState, prepareCase, startAnalysis, uniquePdf } from '../support/journey.ts'
import { useDesks } from '../support/start-desks.ts'
import { startSessionVendor } from '../support/start-vendor.ts'

// Each desk has a FinBox of its own; FLVXtract is the node's.
const desks = useDesks(2, () => startSessionVendor())

const statement = z.object({
  provider: z.object({ id: z.string() }),
  bankName: z.string().nullable(),
  account: z.object({ holderName: z.string(), accountNumber: z.string() }),
  from: z.string(),
  to: z.string(),
  currency: z.string(),
  openingBalance: z.object({ value: z.string() }),
  transactionCount: z.int(),
  duplicateOf: z.object({ provider: z.object({ id: z.string() }) }).nullable(),
  disagreements: z.array(z.object({ what: z.string(), ours: z.string(), theirs: z.string() })),
})
const ofCase = z.object({
  statements: z.object({ edges: z.array(z.object({ node: statement })) }).describe('includeDuplicates: true'),
})
const ofApplicant = z.object({ transactions: z.object({ totalCount: z.int() }) })

/**
 * Analyses one document with both providers.
 * @returns the counting reading, its duplicate and the number of counting transactions
 */
async function readTwice(client: GraphqlClient, words: string) {
  const { applicantId, caseId, documentId } = await prepareCase(client, uniquePdf(words))
  for (const provider of ['finbox', 'flvxtract'])
    await finalState(client, await startAnalysis(client, { caseId, documentId, provider }))
  const statements = (await client.read('case', caseId, ofCase)).statements.edges.map(({ node }) => node)
  const { transactions } = await client.read('applicant', applicantId, ofApplicant)
  const counted = statements.find(one => one.duplicateOf === null)
  const copy = statements.find(one => one.duplicateOf !== null)
  if (!counted || !copy || statements.length !== 2) throw new Error('There is not one reading with one copy.')
  return { counted, copy, transactions: transactions.totalCount }
}

/** The members that both providers read alike. FLVXtract misreads the closing balance of one statement in sixteen. */
function shown({ bankName, account, from, to, currency, openingBalance }: z.infer<typeof statement>) {
  return { bankName, account, from, to, currency, openingBalance }
}

describe.concurrent('P28 one document read by two providers', () => {
  test.for(['country-in', 'account-z quarter-b'])('gives one account that counts once (%s)', words =>
    desks.use(async ({ client }) => {
      const { counted, copy, transactions } = await readTwice(client, words)
      expect(shown(copy)).toEqual(shown(counted))
      expect(copy.duplicateOf).toEqual({ provider: counted.provider })
      const differences = [...counted.disagreements, ...copy.disagreements].map(({ what }) => what)
      expect(differences.filter(what => what !== 'CLOSING_BALANCE')).toEqual([])
      expect([counted.transactionCount, copy.transactionCount, transactions]).toEqual(
        Array(3).fill(counted.transactionCount),
      )
    }),
  )

  test('lists the disagreement of the provider that missed a transaction', () =>
    desks.use(async ({ client }) => {
      const { counted, copy } = await readTwice(client, 'missing-transactions')
      expect([counted.provider.id, copy.provider.id]).toEqual(['flvxtract', 'finbox'])
      expect(copy.transactionCount).toBe(counted.transactionCount - 1)
      expect(counted.disagreements).toContainEqual({
        what: 'TRANSACTION_COUNT',
        ours: String(counted.transactionCount),
        theirs: String(copy.transactionCount),
      })
    }))
})
