import type { z } from 'zod'
import type { Environment } from '../providers/provider.ts'

/** All faults of the configuration, one per line. */
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

/** Removes the user name and password of a URL. */
function withoutCredentials(value: string): string {
  return value.replace(/\/\/[^/\s]*@/g, '//…@')
}

/** The issues of zod, a line for each: the variable, its value (unless that is a secret) and the expected value. */
export function describeFaults(error: z.ZodError, given: Environment): string[] {
  return error.issues.map(issue => {
    const name = String(issue.path[0] ?? '')
    const value = given[name]
    const got = value === undefined || secret.test(name) ? '' : `got "${withoutCredentials(value)}"; `
    return `${name}: ${got}${issue.message}`
  })
}
