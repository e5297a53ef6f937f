import { once } from 'node:events'
import { mkdtempDisposable, readdir, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { describe, expect, test } from 'vitest'
import { analyseFile } from '../../src/demo/analyse-file.ts'
import { createApiClient } from '../../src/demo/api-client.ts'
import { DemoFailure } from '../../src/demo/demo-failure.ts'
import { runDemo } from '../../src/demo/run-demo.ts'
import { openStatementFile } from '../../src/demo/statement-file.ts'
import { products } from '../../src/domain/analysis.ts'
import { sumDecimals } from '../../src/domain/decimal.ts'
import { providers } from '../../src/providers/index.ts'
import { neverAborted } from '../support/never-aborted.ts'
import { launch } from '../support/start-process.ts'
import { startSandboxNode } from '../support/start-sandbox-node.ts'

const root = resolve(import.meta.dirname, '../..')

interface ScriptRun {
  readonly variables?: Readonly<Record<string, string>>
  /** Sends Ctrl-C when this text is printed. */
  readonly interruptAt?: string
}

/** Runs the script without a terminal and with only the named environment variables. */
async function runScript({ variables = {}, interruptAt }: ScriptRun = {}) {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'demo-test-'))
  const demo = launch('src/demo/demo.ts', { PATH: process.env.PATH, TMPDIR: folder.path, ...variables })
  const output = { stdout: '', stderr: '' }
  let interrupted = false
  demo.stdout.setEncoding('utf8').on('data', text => {
    output.stdout += text
    if (interrupted || interruptAt === undefined || !output.stdout.includes(interruptAt)) return
    interrupted = true
    demo.kill('SIGINT')
  })
  demo.stderr.setEncoding('utf8').on('data', text => {
    output.stderr += text
  })
  const [code, signal] = await once(demo, 'close')
  const left = (await readdir(folder.path)).filter(name => name.startsWith('assay-demo-'))
  return { ...output, code, signal, left }
}

/** The cells of the lines below a heading, up to the next blank line; the line of titles is the first. */
function tableBelow(heading: string, text: string): string[][] {
  const lines = text.split('\n')
  const start = lines.indexOf(heading) + 1
  const end = lines.indexOf('', start)
  return lines.slice(start, end).map(line => line.trim().split(/ {2,}/))
}

describe.concurrent('the demo', { timeout: 300_000 }, () => {
  test('runs a statement through every product, shows consistent results, and ends by itself', async () => {
    const ignored = { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing', API_KEYS: 'not a key', SIMULATE: 'nobody' }
    const { stdout, stderr, code, left } = await runScript({ variables: ignored })
    expect(stderr).toBe('')
    expect(code).toBe(0)
    expect(left).toEqual([])
    expect(stdout).not.toContain('\u001b')

    const heard = [...stdout.matchAll(/← {2}#(\d+) +(\w+)/g)].map(match => ({
      sequence: Number(match[1]),
      type: match[2],
    }))
    expect(heard.map(event => event.sequence)).toEqual(heard.map((_event, index) => index + 1))
    expect(heard.slice(0, 4).map(event => event.type)).toEqual([
      'APPLICANT_CREATED',
      'CASE_OPENED',
      'DOCUMENT_STORED',
      'ANALYSIS_QUEUED',
    ])
    expect(heard.at(-1)?.type).toMatch(/^(ANALYSIS_COMPLETED|BANK_LOGIN_CONNECTED)$/)
    expect(heard.filter(event => event.type === 'BANK_LOGIN_CONNECTED')).toHaveLength(1)
    const asked = [...stdout.matchAll(/→ {2}startAnalysis +(\w+) by /g)].map(match => match[1])
    expect(new Set(asked)).toEqual(new Set(products))
    expect(heard.filter(event => event.type === 'ANALYSIS_COMPLETED')).toHaveLength(asked.length)

    const decision = new Map(tableBelow('Decision about the documents', stdout).map(([name, value]) => [name, value]))
    expect(decision.get('Decision')).toMatch(/^(APPROVED|REJECTED)$/)
    expect(decision.get('Consistent')).toBe('yes')

    const facts = new Map(tableBelow('Statement', stdout).map(([name, value]) => [name, value]))
    expect(facts.get('Account')).toMatch(/^[A-Z]{0,2}\*+\d{4}/)
    expect(facts.get('Reconciles')).toMatch(/^yes/)

    const [titles, ...rows] = tableBelow('One statement, read by several providers', stdout)
    expect(titles?.slice(1).toSorted()).toEqual(['FLVXtract', 'FinBox BankConnect'].toSorted())
    const readings = new Map(rows.map(([figure = '', ...texts]) => [figure, texts]))
    expect(readings.get('Counts')).toEqual(['yes', expect.stringMatching(/^no, it is a copy of /)])
    for (const figure of ['Bank', 'Account', 'Holder', 'Period', 'Opening balance', 'Closing balance', 'Transactions'])
      expect(new Set(readings.get(figure)).size).toBe(1)
    // Results of other vendors have another currency.
    const [opening = '', closing = ''] = ['Opening balance', 'Closing balance'].map(
      name => readings.get(name)?.[0]?.split(' ')[0],
    )
    const currency = readings.get('Opening balance')?.[0]?.split(' ')[1]
    const transactions = tableBelow(`Transactions (${currency})`, stdout)
    expect(transactions[0]).toEqual(['Date', 'Description', 'Category', 'Amount', 'Balance'])
    expect(transactions[1]).toEqual([
      expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
      expect.any(String),
      expect.stringMatching(/^[A-Z_]+$/),
      expect.stringMatching(/^-?\d+\.\d{2}$/),
      expect.stringMatching(/^-?\d+\.\d{2}$/),
    ])
    expect(transactions).toHaveLength(22)
    expect(transactions.at(-1)).toEqual([expect.stringMatching(/^… \d+ more$/)])

    const inCurrency = tableBelow('Money in and out', stdout).filter(row => row[4] === currency)
    const [, moneyIn = '', moneyOut = '', net = ''] = inCurrency.at(-1) ?? []
    const months = inCurrency.slice(0, -1)
    expect(months.length).toBeGreaterThan(0)
    expect(sumDecimals(months.map(month => month[1] ?? ''))).toBe(moneyIn)
    expect(sumDecimals(months.map(month => month[2] ?? ''))).toBe(moneyOut)
    expect(sumDecimals([moneyIn, moneyOut])).toBe(net)
    expect(sumDecimals([opening, net])).toBe(closing)
    for (const kind of ['AFFORDABILITY', 'CREDIT', 'DOCUMENT_FRAUD'])
      expect(stdout).toContain(`Risk assessment: ${kind}`)
    expect(tableBelow('Reports', stdout)).toContainEqual([expect.stringMatching(/^[\w.-]+\.pdf \(application\/pdf\)$/)])

    expect(inCurrency.at(-1)?.[5]).toBe(readings.get('Transactions')?.[0])

    const [accountTitles, ...accounts] = tableBelow('Bank accounts', stdout).slice(2)
    expect(accountTitles).toEqual(['Account', 'Name', 'Type', 'Transactions', 'Balance'])
    expect(accounts[0]?.[0]).toMatch(/^DE\*+\d{4}$/)
    const sources = tableBelow('One applicant, by every provider', stdout).slice(1)
    expect(new Set(sources.map(([provider]) => provider))).toEqual(new Set(providers.map(({ name }) => name)))
    expect(new Set(sources.map(([, , status]) => status))).toEqual(new Set(['AVAILABLE']))
  })

  test('reports an upload that the server refuses; shows why an analysis failed, and ends with 1', async () => {
    const sandbox = await startSandboxNode({ SIMULATE: 'flvxtract', SIMULATOR_SPEED: '40', POLL_SPEEDUP: '100' })
    const api = createApiClient(sandbox.url, neverAborted)
    const file = { name: 'note.txt', content: new Blob(['This is no statement.']) }
    await expect(analyseFile(api, file, { asks() {}, hears() {} }, neverAborted)).rejects.toThrow(
      /^The server refuses note\.txt: .* \(415 DOCUMENT_TYPE_UNSUPPORTED\)$/,
    )
    await api.close()

    await using folder = await mkdtempDisposable(join(tmpdir(), 'demo-test-'))
    await writeFile(join(folder.path, 'statement.pdf'), '%PDF-1.4\n% assay-simulate: failed\n')
    const lines: string[] = []
    const code = await runDemo({
      file: await openStatementFile('statement.pdf', folder.path),
      start: async () => sandbox,
      print: line => lines.push(stripVTControlCharacters(line)),
      width: 100,
      stay: false,
      signal: neverAborted,
    })
    expect(lines.join('\n')).toMatch(/^STATEMENT_EXTRACTION by FLVXtract is FAILED: .+ \([A-Z_]+\)$/m)
    expect(code).toBe(1)
  })

  test('refuses a file that does not exist', async () => {
    const opening = openStatementFile('nothing.pdf', root)
    await expect(opening).rejects.toThrow(new DemoFailure(`There is no file at ${join(root, 'nothing.pdf')}.`))
  })

  test('reports that its port is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const address = other.address()
    const port = typeof address === 'object' ? String(address?.port) : ''
    const { stderr, code, left } = await runScript({ variables: { PORT: port } })
    other.close()
    expect({ stderr, code }).toEqual({ stderr: expect.stringMatching(`^Port ${port} is in use\\. .+\n$`), code: 1 })
    expect(left).toEqual([])
  })

  test('ends at Ctrl-C in the middle, and leaves nothing', async () => {
    const { code, signal, left } = await runScript({ interruptAt: 'ANALYSIS_QUEUED' })
    expect({ code, signal, left }).toEqual({ code: 130, signal: null, left: [] })
  })
})
