import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createEncryptedPdf } from '../../../../test/support/encrypted-pdf.ts'
import { createPdf } from '../../../simulation/simple-pdf.ts'
import { sendForm, startTestSimulator, type TestSimulator } from './start-test-simulator.ts'

const hourMs = 3_600_000
const pdf = (name: string, words = '') => `%PDF-1.7\n% ${name}\n${words && `% assay-simulate: ${words}\n`}`
let simulator: TestSimulator

beforeEach(async () => {
  simulator = await startTestSimulator()
})
afterEach(() => simulator.stop())

const number = z.number()
const rowShape = z.object({
  id: z.string().optional(),
  statementId: number,
  date: z.string(),
  amount: z.union([number, z.string()]).transform(Number),
  type: z.string().optional(),
  balance: number.optional(),
})
const rawShape = z.object({
  movementReport: z.record(z.string(), z.record(z.string(), number)),
  summary: z.array(
    z.object({
      startDate: z.string(),
      endDate: z.string(),
      iban: z.string().nullable(),
      statementId: number,
      startBalance: number,
      endBalance: number,
      totalCreditAmount: number,
      totalDebitAmount: number,
      movements: z.string(),
    }),
  ),
  bankFlag: z.object({ color: z.string(), dataSanity: number, reasons: z.array(z.object({ criteria: z.string() })) }),
  riskClass: number.nullable(),
  score: number.nullable(),
  allTransactions: z.array(rowShape),
})

async function rawOf(reportId: string | undefined) {
  const { json } = await simulator.get(`/reports/${reportId}`)
  return z.object({ report: z.object({ raw: rawShape }) }).parse(json).report.raw
}
const xrays = () => simulator.control.reports().filter(report => report.source === 'bank_xray')
/** Reads one document to its end. */
async function read(content: string) {
  await simulator.submit(content)
  simulator.clock.advance(48 * hourMs)
  return rawOf(xrays().at(-1)?.id)
}
const cents = (amount: number) => Math.round(amount * 100)

describe('reports', () => {
  test('come one for each statement, each about one more', async () => {
    const requestId = await simulator.submit(pdf('a'), pdf('b'), pdf('c'))
    expect(xrays()).toEqual([])
    simulator.clock.advance(20_000)
    expect(xrays().map(report => report.media.length)).toEqual([1, 2, 3])
    const last = await rawOf(xrays().at(-1)?.id)
    expect(last.summary.map(entry => entry.statementId)).toEqual([1, 2, 3])
    // Those of another X-Ray are between them.
    const all = z.object({ reports: z.array(z.object({ source: z.string(), request: z.string() })) })
    const everything = all.parse((await simulator.get(`/reports?request=${requestId}`)).json).reports
    expect(everything.map(report => report.source)).toEqual([
      'doc_xray',
      'bank_xray',
      'doc_xray',
      'bank_xray',
      'doc_xray',
      'bank_xray',
    ])
    const own = all.parse((await simulator.get(`/reports?source=bank_xray&request=${requestId}`)).json).reports
    expect(own).toEqual(Array(3).fill({ source: 'bank_xray', request: requestId }))
    expect((await simulator.get('/reports?source=bank_xray&page=2')).status).toBe(400)
  })

  test('wait for every draft of the request: none comes before the last medium is online', async () => {
    const requestId = await simulator.submit(pdf('a'))
    const draft = await simulator.medium(requestId)
    await simulator.submit(pdf('b'))
    simulator.clock.advance(72 * 3_600_000)
    expect(xrays().map(report => report.requestId)).not.toContain(requestId)
    await sendForm(draft, pdf('c'))
    await simulator.post(`/media/${draft.id}`, { status: 'online' })
    simulator.clock.advance(20_000)
    expect(xrays().filter(report => report.requestId === requestId)).toHaveLength(2)
  })

  test('never come for an encrypted PDF', async () => {
    await simulator.submit(createEncryptedPdf().toString('latin1'))
    simulator.clock.advance(72 * 3_600_000)
    expect(xrays()).toEqual([])
  })

  test('have totals, balances and transactions that add up to the cent', async () => {
    for (const name of ['a', 'b', 'c', 'd']) {
      await simulator.submit(pdf(name), pdf(`${name} too`))
      for (const medium of simulator.control.media().slice(-2))
        simulator.control.extract(medium.id, { reconciles: true })
      const { summary, allTransactions, movementReport } = await rawOf(xrays().at(-1)?.id)
      for (const entry of summary) {
        const rows = allTransactions.filter(row => row.statementId === entry.statementId)
        let balance = cents(entry.startBalance)
        let credits = 0
        let debits = 0
        for (const row of rows) {
          const amount = cents(row.amount) * (row.type === 'debit' ? -1 : 1)
          balance += amount
          if (amount > 0) credits += amount
          else debits -= amount
          if (row.balance !== undefined) expect(cents(row.balance)).toBe(balance)
          expect(row.date > entry.startDate && row.date <= entry.endDate).toBe(true)
        }
        expect(balance).toBe(cents(entry.endBalance))
        expect([credits, debits]).toEqual([cents(entry.totalCreditAmount), cents(entry.totalDebitAmount)])
      }
      const debits = summary.reduce((sum, entry) => sum + cents(entry.totalDebitAmount), 0)
      expect(cents(movementReport.totalDebitAmount?.period ?? Number.NaN)).toBe(debits)
      expect(movementReport.transactionCount?.period).toBe(allTransactions.length)
    }
  })

  test('follow from the company and the bytes alone', async () => {
    const first = await read(pdf('a'))
    expect(await read(pdf('a'))).toEqual(first)
    expect(await read(pdf('b'))).not.toEqual(first)
  })

  test('are all about one account of the company, whose IBAN is valid', async () => {
    const ibans = new Set<string | null>()
    for (let index = 0; index < 15; index += 1)
      for (const { iban } of (await read(pdf(`${index}`))).summary) ibans.add(iban)
    const [iban, ...others] = [...ibans].filter(one => one !== null)
    expect(others).toEqual([])
    const moved = `${iban?.slice(4)}${iban?.slice(0, 4)}`
    const digits = [...moved].map(character => Number.parseInt(character, 36)).join('')
    expect(BigInt(digits) % 97n).toBe(1n)
  })

  test('end on the day that was told, and are as long', async () => {
    const requestId = await simulator.request()
    const draft = await simulator.medium(requestId)
    const form = new FormData()
    for (const [name, value] of Object.entries(draft.upload.fields)) form.append(name, value)
    form.append('file', new Blob([pdf('a')]), 'a.pdf')
    await fetch(draft.upload.url, { method: 'POST', body: form })
    await simulator.post(`/media/${draft.id}`, { status: 'online', meta: { period: 'quarter', date: '2026-03-31' } })
    simulator.clock.advance(20_000)
    expect((await rawOf(xrays().at(-1)?.id)).summary).toMatchObject([
      { startDate: '2025-12-31', endDate: '2026-03-31' },
    ])
  })

  test('are read as PDF, too', async () => {
    const requestId = await simulator.submit(pdf('a'))
    simulator.clock.advance(20_000)
    const [report] = xrays()
    const { json } = await simulator.get(`/reports/${report?.id}/download`)
    expect(json).toEqual({
      fileExtension: 'pdf',
      request: requestId,
      report: report?.id,
      creation: report?.creation.toISOString(),
      bankXrayPdfB64: expect.any(String),
    })
    const { bankXrayPdfB64 } = z.object({ bankXrayPdfB64: z.string() }).parse(json)
    expect(Buffer.from(bankXrayPdfB64, 'base64').toString()).toContain('(siren 123456782) Tj')
  })
})

describe('a word in a document', () => {
  test('manual has it read by people, after an hour of nothing and within two days', async () => {
    await simulator.submit(pdf('a', 'manual'))
    simulator.clock.advance(39 * hourMs)
    expect(xrays()).toEqual([])
    simulator.clock.advance(hourMs)
    expect(xrays()).toHaveLength(1)
  })

  test('slow takes 20 minutes', async () => {
    await simulator.submit(pdf('a', 'slow'))
    simulator.clock.advance(20 * 60_000 - 1)
    expect(xrays()).toEqual([])
    simulator.clock.advance(1)
    expect(xrays()).toHaveLength(1)
  })

  test('stuck has nobody read it', async () => {
    await simulator.submit(pdf('a', 'stuck'))
    simulator.clock.advance(100 * hourMs)
    expect(simulator.control.reports()).toEqual([])
  })

  test('unread leaves it out of the report', async () => {
    await simulator.submit(pdf('a', 'unread'), pdf('b'))
    simulator.clock.advance(hourMs)
    expect((await rawOf(xrays().at(-1)?.id)).summary).toHaveLength(1)
  })

  test('twin makes it two statements, one after the other', async () => {
    const { summary, allTransactions } = await read(pdf('a', 'twin'))
    expect(summary).toHaveLength(2)
    expect(summary[1]?.startDate).toBe(summary[0]?.endDate)
    expect(new Set(allTransactions.map(row => row.statementId))).toEqual(new Set([1, 2]))
  })

  test.each([
    ['empty', 0],
    ['huge', 5_000],
  ])('%s gives it %i transactions', async (word, count) => {
    expect((await read(pdf('a', word))).allTransactions).toHaveLength(count)
  })

  test('unreconciled makes it not add up, which is noticed', async () => {
    const { summary, bankFlag } = await read(pdf('a', 'unreconciled'))
    const [entry] = summary
    expect(entry?.movements).toBe('incorrect')
    expect(bankFlag.dataSanity).toBe(0)
    const sum =
      cents(entry?.startBalance ?? 0) + cents(entry?.totalCreditAmount ?? 0) - cents(entry?.totalDebitAmount ?? 0)
    expect(sum).not.toBe(cents(entry?.endBalance ?? 0))
  })

  test.each([
    ['excellent', 1, 'green'],
    ['poor', 5, 'red'],
    ['unrated', null, 'unknown'],
  ])('%s puts the company into the class %j', async (word, riskClass, color) => {
    expect(await read(pdf('a', word))).toMatchObject({ riskClass, bankFlag: { color } })
  })

  test('goes together with others', async () => {
    const { riskClass, summary } = await read(pdf('a', 'twin, excellent'))
    expect([riskClass, summary.length]).toEqual([1, 2])
  })
})

test('speed divides the time that all of this takes', async () => {
  await simulator.stop()
  simulator = await startTestSimulator({ speed: 1_000 })
  await simulator.submit(pdf('a', 'manual'))
  simulator.clock.advance((40 * hourMs) / 1_000 - 1)
  expect(xrays()).toEqual([])
  simulator.clock.advance(1)
  expect(xrays()).toHaveLength(1)
})

test('a PDF says what it is told, with its table of objects where it says', () => {
  const text = createPdf(['a (b) \\ c', 'naïve']).toString('latin1')
  expect(text).toContain('(a \\(b\\) \\\\ c) Tj')
  expect(text).toContain('(na?ve) Tj')
  const start = Number(/startxref\n(\d+)\n/.exec(text)?.[1])
  expect(text.slice(start)).toMatch(/^xref\n0 6\n/)
  const offsets = [...text.matchAll(/^(\d{10}) 00000 n $/gm)].map(match => Number(match[1]))
  expect(offsets.map((offset, index) => text.slice(offset).startsWith(`${index + 1} 0 obj\n`))).toEqual(
    Array(5).fill(true),
  )
})
