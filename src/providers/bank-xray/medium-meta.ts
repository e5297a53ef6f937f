import type { CaseDocument, DocumentPeriod } from '../../domain/document.ts'

/** What a medium is told about its document when it goes online. ASSUMED: dates are written YYYY-MM-DD. */
export interface MediumMeta {
  readonly period?: 'month' | 'quarter' | 'semester'
  readonly date?: string
}

/**
 * https://doc.lending.soprafinancing.io, "Medium": the periods of a bank statement. A year is there for other kinds of
 * documents alone, of which this product sends none, so it is left out.
 */
const periods: Readonly<Record<DocumentPeriod, MediumMeta['period'] | null>> = {
  MONTH: 'month',
  QUARTER: 'quarter',
  SEMESTER: 'semester',
  YEAR: null,
}

export function toMediumMeta({ kind, period, date }: Pick<CaseDocument, 'kind' | 'period' | 'date'>): MediumMeta {
  const word = kind === 'BANK_STATEMENT' && period !== null ? periods[period] : null
  return { ...(word && { period: word }), ...(date !== null && { date }) }
}
