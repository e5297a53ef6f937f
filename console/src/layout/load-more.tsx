import { CommandButton } from '../commands/command-button.tsx'
import { useCommand } from '../commands/use-command.ts'
import { ProblemNotice } from './problem-notice.tsx'

interface LoadMoreProps {
  /** The number of shown items; `total` is the number of all. */
  readonly shown: number
  readonly total: number
  /** The noun for the items, such as `cases`. */
  readonly noun: string
  readonly hasMore: boolean
  readonly load: () => Promise<unknown>
}

/** The number of shown items, and a button for the next page. The list is unchanged until the page is loaded. */
export function LoadMore({ shown, total, noun, hasMore, load }: LoadMoreProps) {
  const { run, isPending, problem } = useCommand(async () => {
    await load()
  })
  return (
    <div className="row" data-justify="between">
      <p className="muted small" role="status">
        {shown === total ? `${total} ${noun}` : `${shown} of ${total} ${noun}`}
      </p>
      {problem && <ProblemNotice problem={problem} />}
      {hasMore && (
        <CommandButton isPending={isPending} pendingLabel="Loading…" onClick={run}>
          Show more
        </CommandButton>
      )}
    </div>
  )
}
