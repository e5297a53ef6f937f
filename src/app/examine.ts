import { connectAccounts, type AccountsOptions } from './connect-accounts.ts'
import { deleteUser, examineAccounts, examineUsers } from './examine-accounts.ts'
import { examineBlobStore, examineDatabase } from './examine-storage.ts'
import { type Finding, toLine } from './finding.ts'

export interface ExamineOptions extends AccountsOptions {
  /** Vendors' users to be deleted, each as `<provider>/<the vendor's id>`. */
  readonly deletions: readonly string[]
  /** Takes what was found, a line for each thing. A line holds no secret. */
  readonly write: (line: string) => void
}

/**
 * Examines what a deployment is configured with: the database, where documents are kept, and the accounts at vendors. The settings
 * themselves were found good before.
 *
 * @returns whether everything is good
 */
export async function examine(options: ExamineOptions): Promise<boolean> {
  const { config, providers, write, deletions } = options
  let isGood = true
  const tell = (findings: readonly Finding[]) => {
    for (const finding of findings) {
      isGood &&= finding.isGood
      write(toLine(finding))
    }
  }
  const callers = config.anonymous
    ? 'anyone on this machine may call, with simulated providers'
    : `${config.apiKeys.length} API keys${config.jwt ? ', and JWTs' : ''}`
  tell([{ about: 'settings', isGood: true, says: callers }])
  const registry = connectAccounts(options)
  try {
    const users: Finding[] = []
    const database = await examineDatabase(config, async open => {
      for (const place of deletions) users.push(await deleteUser(registry, place, open))
      for (const { id } of providers) users.push(...(await examineUsers(registry, id, open)))
    })
    tell([database, await examineBlobStore(config)])
    for (const { id } of providers)
      tell(
        config.simulate.includes(id)
          ? [{ about: id, isGood: true, says: 'simulated' }]
          : await examineAccounts(registry, id),
      )
    tell(users)
    if (users.length === 0 && deletions.length > 0)
      tell([
        {
          about: 'users to be deleted',
          isGood: false,
          says: 'not deleted: the database has to be there and up to date',
        },
      ])
  } finally {
    await registry.stop()
  }
  return isGood
}
