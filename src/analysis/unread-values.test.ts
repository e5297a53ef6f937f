import { expect, test } from 'vitest'
import { createAnalysisWorld } from '../../test/support/analysis-world.ts'
import { describeOnOneDatabase } from '../../test/support/databases.ts'
import { createFullFindings, withMember } from '../../test/support/full-findings.ts'
import { createScriptedDriver } from '../../test/support/scripted-driver.ts'
import { wholeTenant } from '../domain/reach.ts'
import type { Findings } from '../providers/findings.ts'
import { findAnalysisState } from '../store/analysis-life.ts'
import { sql } from '../store/sql.ts'
import { createUnreadValues } from './unread-values.ts'

describeOnOneDatabase('P29 an invalid value of a vendor', database => {
  let worlds = 0

  /** Takes an analysis with this result to its end. */
  async function finish(toFindings: (full: Findings, documentId: string) => Findings) {
    const scripted = createScriptedDriver()
    let documentId = ''
    const driver = {
      ...scripted,
      async *collect() {
        yield toFindings(createFullFindings(documentId), documentId)
      },
    }
    const world = createAnalysisWorld(database(), driver, `unread-${worlds++}`)
    const added = await world.addDocument()
    documentId = added.documentId
    const id = await world.start(added.caseId, documentId)
    await world.run()
    const [analysis] = await database().rows<{ status: string; error: unknown }>(sql`
      select status, error from analyses where tenant_id = ${world.tenant} and id = ${id}`)
    const [document] = await database().rows<{ result_status: string; result_error: unknown }>(sql`
      select result_status, result_error from analysis_documents where tenant_id = ${world.tenant} and analysis_id = ${id}`)
    expect((await findAnalysisState(database(), wholeTenant(world.tenant), id))?.status).toBe(analysis?.status)
    return { analysis, document }
  }

  const told = (words: string) => ({
    code: 'PROVIDER_BAD_RESPONSE',
    message: expect.stringContaining(words),
    retryable: false,
  })

  test('of an optional member leaves the analysis COMPLETED, and its document names the missing value', async () => {
    const { analysis, document } = await finish(full =>
      withMember(
        withMember(full, ['transactions', 0, 'bookingDate'], '0000-01-01'),
        ['statements', 0, 'pageCount'],
        2 ** 31,
      ),
    )
    expect(analysis).toEqual({ status: 'COMPLETED', error: null })
    expect(document).toMatchObject({
      result_status: 'COMPLETED',
      result_error: told('pageCount of 1 statement, bookingDate of 1 transaction'),
    })
  })

  test('of a required member makes the analysis PARTIAL, with an error', async () => {
    const { analysis, document } = await finish(full => withMember(full, ['transactions', 0, 'amount'], 'unreadable'))
    expect(analysis).toMatchObject({ status: 'PARTIAL', error: told('amount of 1 transaction') })
    expect(document).toMatchObject({ result_status: 'PARTIAL', result_error: told('amount of 1 transaction') })
  })

  test('is reported with every document if its document is unknown', async () => {
    const { analysis, document } = await finish(full => withMember(full, ['assessments', 0, 'riskClass'], 2 ** 31))
    expect(analysis).toEqual({ status: 'COMPLETED', error: null })
    expect(document).toMatchObject({ result_error: told('riskClass of 1 assessment') })
  })
})

test('any number of values and kinds make a message of bounded length', () => {
  const unread = createUnreadValues('reader')
  for (let index = 0; index < 200; index++)
    for (let times = 0; times < 50; times++)
      unread.note({ documentId: 'doc_1', owner: 'transaction', member: `member${index}`, required: false })
  const [outcome] = unread.tell([], ['doc_1'])
  expect(outcome?.error?.message).toContain('member0 of 50 transactions')
  expect(outcome?.error?.message).toContain('and 188 more kinds of values')
  expect(outcome?.error?.message.length).toBeLessThan(1_000)
})
