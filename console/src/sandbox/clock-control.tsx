import { useState } from 'react'
import { CommandButton } from '../commands/command-button.tsx'
import { useCommand } from '../commands/use-command.ts'
import { Field } from '../layout/field.tsx'
import { Moment } from '../layout/moment.tsx'
import { ProblemNotice } from '../layout/problem-notice.tsx'
import { moveClock } from './read-sandbox.ts'
import styles from './sandbox.module.css'

const steps = [
  { seconds: 60, name: 'A minute' },
  { seconds: 3_600, name: 'An hour' },
  { seconds: 86_400, name: 'A day' },
  { seconds: 172_800, name: 'Two days' },
] as const

/** Sets the sandbox's clock forward, so that long outcomes can be seen at once. */
export function ClockControl({ now }: { readonly now: string }) {
  const [shown, setShown] = useState(now)
  const [seconds, setSeconds] = useState<number>(172_800)
  const { run, isPending, problem } = useCommand(async () => setShown(await moveClock(seconds)))
  return (
    <div className="stack" data-gap="small">
      <div className={styles.tool}>
        <Field label="Move the clock forward by">
          {control => (
            <select {...control} value={seconds} onChange={event => setSeconds(Number(event.target.value))}>
              {steps.map(step => (
                <option key={step.seconds} value={step.seconds}>
                  {step.name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <CommandButton isPending={isPending} pendingLabel="Moving…" onClick={run}>
          Move the clock
        </CommandButton>
      </div>
      <p className="muted small" role="status">
        It shows <Moment at={shown} />
      </p>
      {problem && <ProblemNotice problem={problem} />}
    </div>
  )
}
