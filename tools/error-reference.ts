import { type DocumentNode, Kind } from 'graphql'
import { isErrorCode, isRetryable } from '../src/errors.ts'

const title = '| code | retryable | meaning | what to do |\n| --- | --- | --- | --- |\n'

/**
 * The codes of `ErrorCode` as a table in Markdown: the first paragraph of a code's description says what it means, the
 * second what to do.
 *
 * @throws Error for a code that lacks one of them
 */
export function createErrorReference(typeDefs: DocumentNode): string {
  const rows = typeDefs.definitions
    .flatMap(type => (type.kind === Kind.ENUM_TYPE_DEFINITION && type.name.value === 'ErrorCode' ? type.values : []))
    .flatMap(values => values ?? [])
    .map(({ name: { value: code }, description }) => {
      if (!isErrorCode(code)) throw new Error(`ErrorCode has ${code}, which no error has.`)
      const [meaning, advice, ...more] = (description?.value ?? '').split(/\n\s*\n/).map(toCell)
      if (!meaning || !advice || more.length > 0)
        throw new Error(`ErrorCode.${code} takes two paragraphs: what it means, and what to do.`)
      return `| \`${code}\` | ${isRetryable(code) ? 'yes' : 'no'} | ${meaning} | ${advice} |\n`
    })
  return title + rows.join('')
}

function toCell(paragraph: string): string {
  return paragraph.trim().replace(/\s+/g, ' ').replaceAll('|', '\\|')
}
