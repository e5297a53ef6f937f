import { createQueryLimits } from '../graphql/limits/create-query-limits.ts'
import { createSchema } from '../graphql/schema.ts'
import { checkTrustedDocuments } from './check-trusted-documents.ts'
import { connectAccounts, type AccountsOptions } from './connect-accounts.ts'
import { deleteUser, examineAccounts, examineUsers } from './examine-accounts.ts'
import { examineBlobStore, examineDatabase } from './examine-storage.ts'
import { type Finding, toLine } from './finding.ts'

export interface ExamineOptions extends AccountsOptions {
  /** The vendors' users to delete, each as `<provider>/<the vendor's id>`. */
  readonly deletions: readonly string[]
  /** Called with a line for each finding. A line contains no secret. */
  readonly write: (line: string) => void
}

/**
 * Examines the configured database, document store and vendor accounts. The settings themselves were validated before.
 *
 * @returns whether no fault was found
 * @throws ConfigError for trusted documents that do not fit the schema
 */
export async function examine(options: ExamineOptions): Promise<boolean> {
  const { config, providers, write, deletions } = options
  const schema = createSchema()
  checkTrustedDocuments(config.trustedDocuments, schema, createQueryLimits(schema))
  let isGood = true
  const tell = (findings: readonly Finding[]) => {
    for (const finding of findings) {
      isGood &&= finding.isGood
      write(toLine(finding))
    }
  }
  const callers = config.anonymous
    ? 'everyone on this machine may call, and providers are simulated'
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
          about: 'users to delete',
          isGood: false,
          says: 'not deleted: the database must exist and be up to date',
        },
      ])
  } finally {
    await registry.stop()
  }
  return isGood
}
