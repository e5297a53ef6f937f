import { useReducer, useState } from 'react'
import { ProblemNotice } from '../../layout/problem-notice.tsx'
import { type LiveEvent, useLiveEvents } from '../../live/use-live-events.ts'
import styles from './timeline.module.css'
import { TimelineEntry, type TimelineEntrySource } from './timeline-entry.tsx'

type Entry = TimelineEntrySource & { readonly id: string }

interface LiveTimelineProps {
  readonly caseId: string
  /** The events before the page was opened, oldest first. */
  readonly past: readonly Entry[]
  /** The cursor to continue after. */
  readonly after: string
  /** Called to reload when events were purged before their delivery. */
  readonly onLoadAfresh: () => void
}

/** The events of a case, newest first. Screen readers announce new ones. */
export function LiveTimeline({ caseId, past, after, onLoadAfresh }: LiveTimelineProps) {
  const [entries, add] = useReducer(addEntry, past)
  // Both keep their first values, because new ones would restart the subscription.
  const [from] = useState({ filter: { caseId }, after })
  const problem = useLiveEvents({ ...from, onEvent: add })
  return (
    <div className="stack" data-gap="small">
      {problem && (
        <ProblemNotice problem={problem}>
          <button type="button" onClick={onLoadAfresh}>
            Load afresh
          </button>
        </ProblemNotice>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: It scrolls, so the keyboard has to reach it. */}
      <div role="log" aria-label="Timeline" className={styles.log} tabIndex={0}>
        <ol className={styles.entries}>
          {entries.toReversed().map(entry => (
            <TimelineEntry key={entry.id} of={entry} />
          ))}
        </ol>
      </div>
    </div>
  )
}

/** Adds an event, unless it was loaded with the page. */
function addEntry(entries: readonly Entry[], event: LiveEvent): readonly Entry[] {
  return entries.some(({ id }) => id === event.id) ? entries : [...entries, event]
}
