import type { z } from 'zod'

/** The faults of a provider's variables, each under the name of its variable. */
export function settingsFaults(
  settings: z.ZodType,
  variables: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const issues = settings.safeParse(variables).error?.issues ?? []
  return Object.fromEntries(issues.map(issue => [issue.path.join('.'), issue.message]))
}
