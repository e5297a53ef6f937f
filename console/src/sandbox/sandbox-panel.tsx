import { Panel } from '../layout/panel.tsx'
import { ClockControl } from './clock-control.tsx'
import { SampleChoice } from './sample-choice.tsx'
import styles from './sandbox.module.css'
import { useSandbox } from './use-sandbox.ts'
import { VendorControl } from './vendor-control.tsx'

/** Sample documents, the clock and the providers of the sandbox. Renders nothing when providers are real. */
export function SandboxPanel() {
  const sandbox = useSandbox()
  if (sandbox === null) return null
  const { documents, clock, providers, conditions } = sandbox
  return (
    <Panel title="Sandbox">
      <div className={styles.tools}>
        <SampleChoice samples={documents} vendors={providers} />
        <div className="stack">
          <ClockControl now={clock.now} />
          <VendorControl vendors={providers} conditions={conditions} />
        </div>
      </div>
    </Panel>
  )
}
