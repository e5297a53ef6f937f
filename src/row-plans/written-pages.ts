import type { Reach } from '../domain/reach.ts'
import { reuseAfterAnswer } from '../graphql/written-json.ts'
import type { ReachQueries } from '../store/database.ts'
import { type ListQuery, type Page, type PageRequest, type SortKey, toPagesQuery } from '../store/keyset.ts'
import { joined } from '../store/sql.ts'
import { afterColumns, integerAt, numberAt, textAt } from '../store/wire-columns.ts'
import { Output, viewOf } from './output.ts'
import type { RowPlace } from './row-program.ts'
import type { RowPlan } from './transaction-plan.ts'

/** The items of a page as a JSON list. */
export class WrittenPage {
  /** Valid until the answer is complete. */
  readonly json: Buffer
  /** The number of values of the answer in it. */
  readonly values: number
  constructor(json: Buffer, values: number) {
    this.json = json
    this.values = values
  }
}

export interface WrittenList extends ListQuery {
  readonly plan: RowPlan
  /** The cursor of an item in the list of a parent. */
  readonly cursorOf: (parent: string, key: SortKey) => string
}

/**
 * One page of each parent's list, by parent. Rows are written when they come. Instead of its items a page has its first
 * and last item, each with the whole page.
 */
export async function readWrittenPages(
  queries: ReachQueries,
  reach: Reach,
  list: WrittenList,
  request: PageRequest,
): Promise<Map<string, Page<WrittenPage>>> {
  const query = toPagesQuery(reach, list, request, texts => joined(texts, ', '))
  const { toPages } = await queries.wireRows(reach.tenant, query, {
    isSlow: list.isSlow ?? false,
    create: () => createPageWriter(list, request),
  })
  return toPages()
}

/** A page whose rows are being written. */
interface Draft {
  readonly parent: string
  /** Where each row begins, with a comma. */
  readonly starts: number[]
  /** After the place for the closing bracket. */
  end: number
  values: number
  more: boolean
  firstKey: SortKey
  lastKey: SortKey
}

const openingBracket = 0x5b
const closingBracket = 0x5d

function createPageWriter({ parents, order, plan, cursorOf }: WrittenList, { limit, backward }: PageRequest) {
  const output = new Output()
  const drafts = parents.map(
    (parent): Draft => ({ parent, starts: [], end: 0, values: 0, more: false, firstKey: '', lastKey: '' }),
  )
  let draft: Draft | undefined
  const row: { -readonly [Member in keyof RowPlace]: RowPlace[Member] } = {
    bytes: output.bytes,
    view: output.view,
    offset: 0,
    length: 0,
  }
  let keyOffset = 0

  const keyAt = (bytes: Buffer, offset: number): SortKey =>
    order.columns.map((_, column) => textAt(bytes, afterColumns(bytes, offset, column))).join(' ')
  const cursorOfRow = () => cursorOf(draft?.parent ?? '', keyAt(row.bytes, keyOffset))

  /** Begins with the rows of the next parent, or ends. */
  function turnTo(next: Draft | undefined): void {
    if (draft && draft.starts.length > 0) {
      draft.lastKey = keyAt(output.bytes, output.end)
      output.end += 1
      draft.end = output.end
    }
    if (next && next.end > 0) throw new Error('The rows of a parent do not follow each other.')
    draft = next
  }

  function toJson({ starts, end }: Draft): Buffer {
    const { bytes } = output
    const [first = 0] = starts
    const rowAt = (start: number, index: number) => bytes.subarray(start, starts[index + 1] ?? end - 1)
    // Rows that are read backward come in reverse order.
    const json = backward ? Buffer.concat(starts.map(rowAt).reverse(), end - first) : bytes.subarray(first, end)
    json[0] = openingBracket
    json[json.length - 1] = closingBracket
    return json
  }

  return {
    take(bytes: Buffer, offset: number): void {
      const own = drafts[numberAt(bytes, offset) - 1]
      if (own !== draft) turnTo(own)
      if (!own) return
      if (own.starts.length === limit) {
        own.more = true
        return
      }
      keyOffset = afterColumns(bytes, offset, 1)
      // Many rows come in the same bytes.
      if (bytes !== row.bytes) Object.assign(row, { bytes, view: viewOf(bytes) })
      row.offset = afterColumns(bytes, keyOffset, order.columns.length)
      // The length of the message is before the number of columns.
      row.length = integerAt(bytes, offset - 6)
      if (own.starts.length === 0) own.firstKey = keyAt(bytes, keyOffset)
      own.starts.push(output.end)
      own.values += plan.valuesPerRow + plan.write(output, row, cursorOfRow)
      // The sort key of what may be the last row is kept where the next row is written.
      bytes.copy(output.bytes, output.end, keyOffset, row.offset)
    },

    /** To be called once, after the last row. Parents without rows have no page. */
    toPages(): Map<string, Page<WrittenPage>> {
      turnTo(undefined)
      reuseAfterAnswer(output.bytes)
      const pages = drafts.filter(({ starts, more }) => starts.length > 0 || more)
      return new Map(
        pages.map(page => {
          const { parent, starts, values, more, firstKey, lastKey } = page
          if (starts.length === 0) return [parent, { items: [], more }]
          const node = new WrittenPage(toJson(page), values)
          const keys = starts.length === 1 ? [firstKey] : backward ? [lastKey, firstKey] : [firstKey, lastKey]
          return [parent, { items: keys.map(key => ({ node, key })), more }]
        }),
      )
    },
  }
}
