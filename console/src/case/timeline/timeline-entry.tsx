import { type FragmentType, readFragment } from '../../__generated__/fragment-masking.ts'
import { graphql } from '../../__generated__/gql.ts'
import { formatTime } from '../../format/dates.ts'
import { toWords } from '../../format/words.ts'
import { describeEvent } from './describe-event.ts'
import styles from './timeline.module.css'

const TimelineEntryFragment = graphql(`
  fragment TimelineEntry on ActivityEvent {
    type
    via
    occurredAt
    analysisStatus
    analysisStage
    analysis {
      id
      product
      provider {
        id
        name
      }
    }
    document {
      id
      fileName
    }
    bankLogin {
      id
      bank {
        name
      }
    }
  }
`)

export type TimelineEntrySource = FragmentType<typeof TimelineEntryFragment>

const sources: Readonly<Record<string, string>> = {
  WEBHOOK: 'told by the provider',
  POLL: 'asked of the provider',
  CALLBACK: 'return of a browser',
  REQUEST: 'on request',
  SCHEDULE: 'by the clock',
}

/** One event. */
export function TimelineEntry({ of }: { readonly of: TimelineEntrySource }) {
  const event = readFragment(TimelineEntryFragment, of)
  const { title, subject, tone } = describeEvent(event)
  return (
    <li className={styles.entry} data-tone={tone}>
      <p className={styles.title}>{title}</p>
      {subject !== null && <p className="small">{subject}</p>}
      <p className="muted small">
        <time dateTime={event.occurredAt}>{formatTime(event.occurredAt)}</time> ·{' '}
        {sources[event.via] ?? toWords(event.via)}
      </p>
    </li>
  )
}
