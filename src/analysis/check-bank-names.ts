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

/** How many similar names an error names. */
const toldNames = 3

/**
 * The same commands, which refuse a `bankName` that none of the providers that may be asked knows. If there are no
 * lists of banks, or none can be read at the moment, no name is refused here: the provider judges it.
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
        const state = await findAnalysisState(database, context, input.analysisId)
        return state ? [state.providerId] : []
      })
      return commands.retry(context, input)
    },
  }
}

/** Whether a provider's list does not have the bank. False when it has no list, or the list cannot be read at the moment. */
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
  const message = `No bank has this name. The nearest names: ${similar.join(', ')}. Query.banks lists all.`
  return new AppError('BAD_USER_INPUT', message, { field: ['documents', String(index), 'bankName'] })
}

/**
 * The banks whose short or full names are most similar to a text, nearest first. Compared word by word, because a text
 * is often a part of the name, or has more words than it.
 */
export function nearestBanks(text: string, banks: readonly Bank[]): readonly Bank[] {
  const wanted = wordsOf(text)
  return banks
    .map(bank => {
      const words = wordsOf(`${bank.name} ${bank.fullName ?? ''}`)
      const away = wanted.map(one => Math.min(...words.map(word => farOff(one, word)))).reduce((a, b) => a + b, 0)
      return { bank, away, further: distance(foldText(text), foldText(bank.fullName ?? bank.name)) }
    })
    .toSorted((one, other) => one.away - other.away || one.further - other.further)
    .slice(0, toldNames)
    .map(({ bank }) => bank)
}

function wordsOf(text: string): readonly string[] {
  return foldText(text).match(/[\p{L}\p{N}]+/gu) ?? []
}

/** From 0 for the beginning of a word to 1 for nothing in common. */
function farOff(wanted: string, word: string): number {
  return word.startsWith(wanted) ? 0 : distance(wanted, word) / Math.max(wanted.length, word.length)
}
