import { styleText } from 'node:util'
import { analyseFile } from './analyse-file.ts'
import { createApiClient } from './api-client.ts'
import { formatEvent, formatRequest } from './format-moment.ts'
import type { SeenAnalysis } from './operations.ts'
import { showResult } from './show-result.ts'
import type { Sandbox } from './start-sandbox.ts'
import type { StatementFile } from './statement-file.ts'

export interface DemoOptions {
  readonly file: StatementFile
  /** Starts the product, which is stopped at the end. */
  readonly start: () => Promise<Sandbox>
  readonly print: (line: string) => void
  /** The width of the output in columns. */
  readonly width: number
  /** Whether the server keeps running at the end, until the signal is aborted. */
  readonly stay: boolean
  /** Stops the demo when aborted. */
  readonly signal: AbortSignal
}

/**
 * Starts the product, analyses a file as a frontend would, and shows the results.
 *
 * @returns the exit code: 0 if every analysis has a result, at least in part, else 1
 * @throws DemoFailure
 */
export async function runDemo({ file, start, print, width, stay, signal }: DemoOptions): Promise<0 | 1> {
  print(styleText('bold', 'Assay: from a bank statement and a bank login to one view of a company'))
  print('Everything runs on this machine, on temporary data, with simulated providers.')
  print('What a simulator "reads" is made up from the digest of the file; what is')
  print('printed on its pages plays no part.')
  print('\nStarting the server and its embedded database …')
  const sandbox = await start()
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
      print(`  Console     ${sandbox.url}/console/cases/${caseId}`)
      print(`  Explorer    ${sandbox.url}/explorer`)
      print(`  Applicant   ${applicantId}`)
      print(`  Case        ${caseId}`)
      for (const { analysis } of analyses) print(`  Analysis    ${analysis.id} (${nameAnalysis(analysis)})`)
      print('\nCtrl-C ends it and removes all of it.')
      await ended(signal)
    } else print('  npm start, then open http://127.0.0.1:4000/console, or /explorer for the API')
    return hasResult ? 0 : 1
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
