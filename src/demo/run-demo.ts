import { styleText } from 'node:util'
import { analyseFile } from './analyse-file.ts'
import { createApiClient } from './api-client.ts'
import { formatEvent, formatRequest } from './format-moment.ts'
import type { SeenAnalysis } from './operations.ts'
import { showResult } from './show-result.ts'
import { startSandbox } from './start-sandbox.ts'
import type { StatementFile } from './statement-file.ts'

export interface DemoOptions {
  readonly file: StatementFile
  /** Any free one when absent. */
  readonly port: string | undefined
  readonly print: (line: string) => void
  /** Columns to write in. */
  readonly width: number
  /** Goes on serving at the end, until the signal is aborted. */
  readonly stay: boolean
  /** Ends everything. */
  readonly signal: AbortSignal
}

/**
 * Starts the product, takes a file through it as a frontend would, and shows what comes of it.
 *
 * @returns whether every analysis came to a result, or a part of one
 * @throws DemoFailure
 */
export async function runDemo({ file, port, print, width, stay, signal }: DemoOptions): Promise<boolean> {
  print(styleText('bold', 'Assay: from a bank statement and a bank login to one view of a company'))
  print('Everything runs on this machine, on temporary data, with simulated providers.')
  print('What a simulator "reads" is made up from the digest of the file; what is')
  print('printed on its pages plays no part.')
  print('\nStarting the server and its embedded database …')
  const sandbox = await startSandbox(port)
  const api = createApiClient(sandbox.url, signal)
  const close = () => void api.close()
  signal.addEventListener('abort', close)
  try {
    signal.throwIfAborted()
    print(`Ready at ${sandbox.url}\n`)
    print(styleText('bold', 'What a frontend asks (→) and the events that it hears (←)'))
    const startedAt = performance.now()
    const elapsed = () => performance.now() - startedAt
    const analysed = await analyseFile(
      api,
      file,
      {
        asks: (what, details = '') => print(formatRequest(elapsed(), what, details, width)),
        hears: event => print(formatEvent(elapsed(), event, width)),
      },
      signal,
    )
    const { analyses, applicantId, caseId } = analysed
    print('')
    for (const { analysis, versions } of analyses) {
      print(`analysisUpdated delivered the versions ${versions.join(', ')} of ${nameAnalysis(analysis)}.`)
      if (analysis.status !== 'COMPLETED') print(describeTrouble(analysis))
    }
    const hasResult = analyses.every(({ analysis }) => ['COMPLETED', 'PARTIAL'].includes(analysis.status))
    await showResult(api, analysed, print, width)
    print(`\n${styleText('bold', 'Look around')}`)
    if (stay) {
      print(`  Explorer at ${sandbox.url}/explorer`)
      print(`  Applicant   ${applicantId}`)
      print(`  Case        ${caseId}`)
      for (const { analysis } of analyses) print(`  Analysis    ${analysis.id} (${nameAnalysis(analysis)})`)
      print('\nCtrl-C ends it and removes all of it.')
      await ended(signal)
    } else print('  npm start, then open the explorer at http://127.0.0.1:4000/explorer')
    return hasResult
  } finally {
    signal.removeEventListener('abort', close)
    await api.close()
    await sandbox.stop()
  }
}

function nameAnalysis({ product, provider }: SeenAnalysis): string {
  return `${product} by ${provider.name}`
}

function describeTrouble(analysis: SeenAnalysis): string {
  const { status, error, action } = analysis
  const said = error ? `: ${error.userMessage} (${error.code}${error.retryable ? ', may be tried again' : ''})` : ''
  const wanted = action ? `: somebody has to act (${action.type})` : ''
  return styleText(status === 'PARTIAL' ? 'yellow' : 'red', `${nameAnalysis(analysis)} is ${status}${said}${wanted}`)
}

async function ended(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return
  await new Promise(resolve => signal.addEventListener('abort', resolve, { once: true }))
}
