import type { z } from 'zod'
import type { Environment } from '../providers/provider.ts'

/** All that is wrong with the configuration, one line for each fault. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly faults: readonly string[]
  constructor(faults: readonly string[]) {
    super(
      `The configuration has ${faults.length === 1 ? 'a fault' : 'faults'}:\n${faults.map(fault => `  ${fault}`).join('\n')}`,
    )
    this.faults = faults
  }
}

const secret = /KEY|SECRET|PASSWORD|TOKEN|DATABASE_URL|HASH/

/** A URL may carry a user name and a password where none was expected. */
function withoutCredentials(value: string): string {
  return value.replace(/\/\/[^/\s]*@/g, '//…@')
}

/** What zod found, a line a fault: the variable, what it got (unless that is a secret) and what it wants. */
export function describeFaults(error: z.ZodError, given: Environment): string[] {
  return error.issues.map(issue => {
    const name = String(issue.path[0] ?? '')
    const value = given[name]
    const got = value === undefined || secret.test(name) ? '' : `got "${withoutCredentials(value)}"; `
    return `${name}: ${got}${issue.message}`
  })
}
