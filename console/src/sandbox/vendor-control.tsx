import { useState } from 'react'
import { CommandButton } from '../commands/command-button.tsx'
import { useCommand } from '../commands/use-command.ts'
import { Field } from '../layout/field.tsx'
import { ProblemNotice } from '../layout/problem-notice.tsx'
import { type Sandbox, setCondition, type Vendor } from './read-sandbox.ts'
import styles from './sandbox.module.css'

interface VendorControlProps {
  readonly vendors: readonly Vendor[]
  readonly conditions: Sandbox['conditions']
}

/** Makes simulated providers fail and work again. */
export function VendorControl({ vendors, conditions }: VendorControlProps) {
  const [id, setId] = useState(vendors[0]?.id ?? '')
  const [condition, setChosen] = useState(conditions[0]?.condition ?? '')
  const [changed, setChanged] = useState<Vendor | null>(null)
  const { run, isPending, problem } = useCommand(async () => setChanged(await setCondition(id, condition)))
  const nameOf = (word: string): string => conditions.find(one => one.condition === word)?.name ?? word
  return (
    <div className="stack" data-gap="small">
      <div className={styles.tool}>
        <Field label="Simulated provider">
          {control => (
            <select {...control} value={id} onChange={event => setId(event.target.value)}>
              {vendors.map(vendor => (
                <option key={vendor.id} value={vendor.id}>
                  {vendor.name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label="From now on">
          {control => (
            <select {...control} value={condition} onChange={event => setChosen(event.target.value)}>
              {conditions.map(({ condition: word, name }) => (
                <option key={word} value={word}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <CommandButton isPending={isPending} pendingLabel="Setting…" onClick={run}>
          Set
        </CommandButton>
      </div>
      <p className="muted small" role="status">
        {changed && `${changed.name}: ${nameOf(changed.condition).toLowerCase()}`}
      </p>
      {problem && <ProblemNotice problem={problem} />}
    </div>
  )
}
