import { useState } from 'react'
import { useCaseUploads } from '../case/documents/uploads.tsx'
import { CommandButton } from '../commands/command-button.tsx'
import { useCommand } from '../commands/use-command.ts'
import { toWords } from '../format/words.ts'
import { Field } from '../layout/field.tsx'
import { ProblemNotice } from '../layout/problem-notice.tsx'
import { readSample, type Sample, type Vendor } from './read-sandbox.ts'
import styles from './sandbox.module.css'

interface SampleChoiceProps {
  readonly samples: readonly Sample[]
  readonly vendors: readonly Vendor[]
}

/** The choice of a sample document by outcome. */
export function SampleChoice({ samples, vendors }: SampleChoiceProps) {
  const { send } = useCaseUploads()
  const [outcome, setOutcome] = useState(samples[0]?.outcome)
  const chosen = samples.find(sample => sample.outcome === outcome)
  const { run, isPending, problem } = useCommand(async (sample: Sample) => send([await readSample(sample)]))
  if (!chosen) return null
  const nameOf = (id: string): string => vendors.find(vendor => vendor.id === id)?.name ?? id
  return (
    <div className="stack" data-gap="small">
      <div className={styles.tool}>
        <Field label="Sample document">
          {control => (
            <select {...control} value={chosen.outcome} onChange={event => setOutcome(event.target.value)}>
              {samples.map(sample => (
                <option key={sample.outcome} value={sample.outcome}>
                  {sample.name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <CommandButton isPending={isPending} pendingLabel="Adding…" onClick={() => run(chosen)}>
          Add to the case
        </CommandButton>
      </div>
      <p className="small">
        {chosen.description}
        {chosen.password !== null && (
          <>
            {' '}
            Its password is <code>{chosen.password}</code>.
          </>
        )}
      </p>
      <details>
        <summary>What becomes of it</summary>
        <ul className="small">
          {chosen.ends.map(({ provider, product, status, description }) => (
            <li key={`${provider} ${product}`}>
              {toWords(product)} by {nameOf(provider)}: <strong>{toWords(status)}</strong>. {description}
            </li>
          ))}
        </ul>
      </details>
      {problem && <ProblemNotice problem={problem} />}
    </div>
  )
}
