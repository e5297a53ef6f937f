import { distance } from 'fastest-levenshtein'
import type { Bank } from '../domain/bank.ts'
import type { AnalysisCommands, AnalysisDocumentInput, RetryAnalysis, StartAnalysis } from '../domain/commands.ts'
import { foldText } from '../domain/fold-text.ts'
import type { RequestContext } from '../domain/request-context.ts'
import type { TenantId } from '../domain/tenant.ts'
import { AppError } from '../errors.ts'
import type { ProviderRegistry } from '../providers/registry.ts'
import { findAnalysisState } from '../store/analysis-life.ts'
import type { Queries } from '../store/database.ts'

/** The list of banks of a tenant's account at a provider. @throws AppError when there is none, or the provider does not answer */
export type ReadBanks = (tenant: TenantId, providerId: string) => Promise<readonly Bank[]>

export interface BankNamesDeps {
  readonly database: Queries
  readonly providers: Pick<ProviderRegistry, 'order'>
  readonly readBanks: ReadBanks
}

/** How many similar names an error tells. */
const toldNames = 3

/**
 * The same commands, which refuse a `bankName` that no provider knows which may be asked. A provider without a list of banks, or
 * whose list cannot be had at the moment, refuses nothing here: it judges the name itself.
 */
export function withBankNames(commands: AnalysisCommands, deps: BankNamesDeps): AnalysisCommands {
  const { database, providers, readBanks } = deps

  async function check(
    context: RequestContext,
    documents: readonly AnalysisDocumentInput[] | null | undefined,
    providersOf: () => Promise<readonly string[]> | readonly string[],
  ): Promise<void> {
    if (!documents?.some(document => document.bankName)) return
    const banks: Bank[] = []
    for (const providerId of await providersOf())
      banks.push(...(await readOrNone(readBanks, context.tenant, providerId)))
    if (banks.length === 0) return
    const known = new Set(banks.map(bank => bank.name))
    for (const [index, { bankName }] of documents.entries())
      if (bankName && !known.has(bankName)) throw unknownBank(bankName, banks, index)
  }

  return {
    ...commands,
    async start(context: RequestContext, input: StartAnalysis) {
      const named = () => (input.provider ? [input.provider] : providers.order(context.tenant, input.product))
      await check(context, input.documents, named)
      return commands.start(context, input)
    },
    async retry(context: RequestContext, input: RetryAnalysis) {
      await check(context, input.documents, async () => {
        const state = await findAnalysisState(database, context.tenant, input.analysisId)
        return state ? [state.providerId] : []
      })
      return commands.retry(context, input)
    },
  }
}

/** Whether a provider would not recognise the bank. One without a list of banks, or without one at the moment, judges it itself. */
export async function isUnknownBank(
  readBanks: ReadBanks,
  tenant: TenantId,
  providerId: string,
  name: string,
): Promise<boolean> {
  const banks = await readOrNone(readBanks, tenant, providerId)
  return banks.length > 0 && !banks.some(bank => bank.name === name)
}

async function readOrNone(readBanks: ReadBanks, tenant: TenantId, providerId: string): Promise<readonly Bank[]> {
  try {
    return await readBanks(tenant, providerId)
  } catch (error) {
    if (error instanceof AppError) return []
    throw error
  }
}

function unknownBank(name: string, banks: readonly Bank[], index: number): AppError {
  const similar = nearestBanks(name, banks).map(bank => (bank.fullName ? `${bank.name} (${bank.fullName})` : bank.name))
  const message = `No bank is called so. The nearest names: ${similar.join(', ')}. Query.banks lists them all.`
  return new AppError('BAD_USER_INPUT', message, { field: ['documents', String(index), 'bankName'] })
}

/** The banks whose short or full names are most like a text, the nearest first. */
export function nearestBanks(text: string, banks: readonly Bank[]): readonly Bank[] {
  const wanted = foldText(text)
  const farOff = ({ name, fullName }: Bank) =>
    Math.min(...[name, fullName ?? name].map(one => distance(wanted, foldText(one))))
  return banks
    .map(bank => ({ bank, away: farOff(bank) }))
    .toSorted((one, other) => one.away - other.away)
    .slice(0, toldNames)
    .map(({ bank }) => bank)
}
