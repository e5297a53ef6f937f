import { formatMoment } from '../format/dates.ts'

/** An instant as a `time` element. */
export function Moment({ at }: { readonly at: string }) {
  return <time dateTime={at}>{formatMoment(at)}</time>
}
