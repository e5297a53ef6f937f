import { AppError } from '../errors.ts'
import type { DocumentOutcome } from '../providers/analysis-driver.ts'
import type { UnreadValue } from '../findings/finding-reader.ts'

/** The most kinds of values that are named. More are only counted. */
const namedAtMost = 12

interface Counted extends UnreadValue {
  readonly times: number
}

/** The values of one result that could not be stored. They are reported in the results of their documents. */
export interface UnreadValues {
  note(value: UnreadValue): void
  /** The error of the whole analysis when something required is missing; null when nothing is. */
  missing(): AppError | null
  /**
   * The documents' results, with the values that could not be read. A value of an unknown document is reported with
   * every document. A document is PARTIAL when something required of it is missing.
   */
  tell(outcomes: readonly DocumentOutcome[], documentIds: readonly string[]): readonly DocumentOutcome[]
}

export function createUnreadValues(providerId: string): UnreadValues {
  const counts = new Map<string, Counted>()

  function toError(values: readonly Counted[]): AppError {
    const names = values
      .slice(0, namedAtMost)
      .map(({ owner, member, times }) => `${member} of ${toWords(owner, times)}`)
    const more = values.length > namedAtMost ? `, and ${values.length - namedAtMost} more kinds of values` : ''
    const message = `The provider sent invalid values, which are missing or cut: ${names.join(', ')}${more}.`
    return new AppError('PROVIDER_BAD_RESPONSE', message, { provider: providerId, retryable: false })
  }

  return {
    note(value) {
      const key = [value.documentId, value.owner, value.member].join('\n')
      const known = counts.get(key)
      counts.set(key, { ...value, times: (known?.times ?? 0) + 1 })
    },
    missing() {
      const values = [...counts.values()].filter(value => value.required)
      return values.length === 0 ? null : toError(values)
    },
    tell(outcomes, documentIds) {
      const untouched = outcomes.filter(outcome => !documentIds.includes(outcome.documentId))
      const told = documentIds.flatMap(documentId => {
        const outcome = outcomes.find(one => one.documentId === documentId)
        const values = [...counts.values()].filter(one => one.documentId === null || one.documentId === documentId)
        if (values.length === 0) return outcome ?? []
        const { status, error } = outcome ?? { status: 'COMPLETED' as const, error: null }
        const isPartial = status === 'COMPLETED' && values.some(value => value.required)
        return { documentId, status: isPartial ? ('PARTIAL' as const) : status, error: error ?? toError(values) }
      })
      return [...told, ...untouched]
    },
  }
}

function toWords(owner: string, times: number): string {
  return times === 1 ? `1 ${owner}` : `${times} ${owner}s`
}
