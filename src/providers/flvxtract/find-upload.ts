import { AppError } from '../../errors.ts'
import type { FlvxtractDatasource } from './datasource.ts'
import type { StatementPayload } from './payloads.ts'
import { stateOf } from './status.ts'

/** At 50 statements a page. An account that lists more is not searched to its end. */
const maxPages = 200

/**
 * Whether a file sent under this name arrived. Names are unique to a document of ours, but one document may have been
 * sent for an earlier analysis too: its statement serves as well, unless it failed, as then this analysis is the retry.
 * Neither an order nor a page size is documented, so every page is read until one brings nothing new.
 * @throws AppError SUBMISSION_OUTCOME_UNKNOWN when it cannot be told: too many statements, or none that names its file.
 */
export async function findUpload(datasource: FlvxtractDatasource, fileName: string): Promise<StatementPayload | null> {
  const seen = new Set<string>()
  let namesFiles = false
  for (let page = 1; page <= maxPages; page += 1) {
    const { items, total } = await datasource.list(page)
    const match = items.find(item => item.fileName === fileName && stateOf(item.status) !== 'failed')
    if (match) return match
    const before = seen.size
    for (const item of items) seen.add(item.id)
    namesFiles ||= items.some(item => item.fileName !== null)
    if (seen.size > before && (total === null || seen.size < total)) continue
    if (seen.size > 0 && !namesFiles) break
    return null
  }
  throw new AppError('SUBMISSION_OUTCOME_UNKNOWN', 'Whether FLVXtract took a document could not be found out.', {
    provider: 'flvxtract',
  })
}
