import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const executablePath = '/usr/bin/chromium'

export const isChromiumInstalled = existsSync(executablePath)

/** Starts Chromium. It does not optimise machine code, which takes longer than the pages of a test are open. */
export function launchChromium(): Promise<Browser> {
  const args = ['--no-sandbox', '--disable-gpu', '--in-process-gpu', '--js-flags=--no-turbofan --no-maglev']
  return chromium.launch({ executablePath, args })
}
