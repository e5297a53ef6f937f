import type { Logo } from '../domain/bank.ts'
import type { Company, LogoQuery } from '../domain/company.ts'

/** Finds companies by their names. */
export interface CompanyDirectory {
  /** How many names one call may ask for. */
  readonly maxQueries: number
  /** @returns for each name the companies found, the best match first, in the order asked */
  search(names: readonly string[], signal: AbortSignal): Promise<readonly (readonly CompanyFinding[])[]>
}

/** Finds the logos of companies. */
export interface LogoDirectory {
  /** How many logos one call may ask for. */
  readonly maxQueries: number
  /** @returns for each query its logo, null where there is none, in the order asked */
  find(queries: readonly LogoQuery[], signal: AbortSignal): Promise<readonly (Logo | null)[]>
}

/** A company in a directory. Members that the directory does not give are left out. */
export type CompanyFinding = Pick<Company, 'name'> & Partial<Company>
