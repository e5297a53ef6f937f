import type { Bank } from '../domain/bank.ts'

/** The banks that a vendor knows. The list is fetched at most once a day; searching and paging are done here. */
export interface BankCatalogue {
  /** All of them. @throws AppError when the vendor does not answer, or not as it documents */
  list(signal: AbortSignal): Promise<readonly BankFinding[]>
}

/** A bank as the vendor names it; what it does not say is left out. */
export type BankFinding = Pick<Bank, 'name'> & Partial<Bank>
