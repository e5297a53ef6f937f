import type { RedirectPolicy } from '../auth/redirect-policy.ts'
import { createBankLoginCommands } from '../bank-logins/create-bank-login-commands.ts'
import { createImportCommand } from '../bank-logins/create-import-command.ts'
import { createEnrolment } from '../bank-logins/enrol-bank-user.ts'
import { createLiveBankLogins } from '../bank-logins/live-bank-logins.ts'
import type { CallerBudgets } from '../callers/caller-budgets.ts'
import type { BankLoginCommands } from '../domain/bank-login-commands.ts'
import type { Services } from '../graphql/services.ts'
import type { ServiceOptions } from './create-services.ts'

type BankServices = Pick<Services, 'bankLogins' | 'liveBankLogins'>

/** The services of bank logins for resolvers. */
export function createBankServices(parts: ServiceOptions, redirects: RedirectPolicy): BankServices {
  const deps = { ...parts, redirects, anonymous: parts.config.anonymous }
  const enrol = createEnrolment(deps)
  const commands = { ...createBankLoginCommands(deps, enrol), importLogins: createImportCommand(deps, enrol) }
  return {
    bankLogins: limitVisits(parts.callers, commands),
    liveBankLogins: createLiveBankLogins(deps),
  }
}

/** Counts bank sessions and imports against the tenant's limit of analyses. */
function limitVisits({ takeAnalysis }: CallerBudgets, commands: BankLoginCommands): BankLoginCommands {
  return {
    ...commands,
    async connect(context, input) {
      takeAnalysis(context)
      return commands.connect(context, input)
    },
    async manage(context, input) {
      takeAnalysis(context)
      return commands.manage(context, input)
    },
    async synchronize(context, input) {
      takeAnalysis(context)
      return commands.synchronize(context, input)
    },
    async importLogins(context, input) {
      takeAnalysis(context)
      return commands.importLogins(context, input)
    },
  }
}
