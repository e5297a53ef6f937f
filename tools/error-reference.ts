import { type DocumentNode, Kind } from 'graphql'
import { isErrorCode, isRetryable } from '../src/errors.ts'

const title = '| code | retryable | meaning | what to do |\n| --- | --- | --- | --- |\n'

/**
 * The codes of `ErrorCode` as a table in Markdown: the first paragraph of a code's description is its meaning, the
 * second says what to do.
 *
 * @throws Error for a code that lacks one of them
 */
export function createErrorReference(typeDefs: DocumentNode): string {
  const rows = typeDefs.definitions
    .flatMap(type => (type.kind === Kind.ENUM_TYPE_DEFINITION && type.name.value === 'ErrorCode' ? type.values : []))
    .flatMap(values => values ?? [])
    .map(({ name: { value: code }, description }) => {
      if (!isErrorCode(code)) throw new Error(`ErrorCode has the unknown code ${code}.`)
      const [meaning, advice, ...more] = (description?.value ?? '').split(/\n\s*\n/).map(toCell)
      if (!meaning || !advice || more.length > 0)
        throw new Error(`The description of ErrorCode.${code} needs two paragraphs: the meaning, and what to do.`)
      return `| \`${code}\` | ${isRetryable(code) ? 'yes' : 'no'} | ${meaning} | ${advice} |\n`
    })
  return title + rows.join('')
}

function toCell(paragraph: string): string {
  return paragraph.trim().replace(/\s+/g, ' ').replaceAll('|', '\\|')
}
