import type { BankLoginCommands, LiveBankLogins } from '../domain/bank-login-commands.ts'
import { AppError } from '../errors.ts'

const refuse = async (): Promise<never> => {
  throw new AppError('CAPABILITY_UNSUPPORTED', 'No provider connects accounts at banks.')
}

/** What callers can do with bank logins. */
export function createBankLoginCommands(): BankLoginCommands {
  return {
    connect: refuse,
    manage: refuse,
    synchronize: refuse,
    importLogins: refuse,
    deleteLogin: refuse,
    disconnect: refuse,
  }
}

/** Readings that queries ask for. */
export function createLiveBankLogins(): LiveBankLogins {
  return { refresh: async () => new Set() }
}
