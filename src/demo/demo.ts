import { constants } from 'node:os'
import { parseArgs } from 'node:util'
import { DemoFailure } from './demo-failure.ts'
import { runDemo } from './run-demo.ts'
import { startSandbox } from './start-sandbox.ts'
import { openStatementFile } from './statement-file.ts'

const usage = `npm run demo [-- path/to/statement.pdf]

Starts the product on temporary data and takes a bank statement through it: the one given, or a sample.
PORT=… chooses the port; any free one otherwise.
`
/** The width of output that does not go to a terminal. */
const plainWidth = 100

/** npm repeats a signal that the terminal has already sent, so two within this time count as one. */
const sameSignalMs = 1_000

const stopping = new AbortController()
let signalledAt: number | undefined
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => {
    const at = performance.now()
    process.exitCode ??= 128 + constants.signals[signal]
    if (signalledAt === undefined) process.stderr.write('\nStopping …\n')
    else if (at - signalledAt > sameSignalMs) process.exit()
    signalledAt ??= at
    stopping.abort()
  })
// The reader closed the pipe, as in "npm run demo | head".
process.stdout.on('error', () => stopping.abort())

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { help: { type: 'boolean', short: 'h', default: false } },
  })
  if (values.help) process.stdout.write(usage)
  else {
    // npm changes to the project's folder; INIT_CWD is the folder before that.
    const file = await openStatementFile(positionals[0], process.env.INIT_CWD ?? process.cwd())
    process.exitCode = await runDemo({
      file,
      start: () => startSandbox(process.env.PORT || undefined),
      print: line => process.stdout.write(`${line}\n`),
      width: process.stdout.columns ?? plainWidth,
      stay: process.stdin.isTTY === true,
      signal: stopping.signal,
    })
  }
} catch (error) {
  if (stopping.signal.aborted) process.stderr.write('Stopped: nothing is left behind.\n')
  else {
    process.exitCode = 1
    const isFault = !(error instanceof DemoFailure) && !isWrongOption(error)
    process.stderr.write(`${isFault && error instanceof Error ? error.stack : toMessage(error)}\n`)
  }
}

function isWrongOption(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_')
}

function toMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
