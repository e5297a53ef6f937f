import { AppError } from '../errors.ts'
import type { Simulator } from '../providers/provider.ts'
import { type VendorCondition, vendorConditions } from '../simulation/condition.ts'
import { type DocumentOutcome, type OutcomeId, outcomeNames } from '../simulation/outcomes.ts'
import { createSampleDocument, lockedOutcomes, samplePassword } from './sample-documents.ts'
import { mostForwardDays, type SandboxTime } from './sandbox-time.ts'

export { vendorConditions }

/** A vendor whose simulator runs in this process. */
export interface SimulatedVendor {
  readonly id: string
  readonly name: string
  readonly simulator: Pick<Simulator, 'outcomes' | 'setCondition'>
  /** How long an analysis or a shipment may take, in milliseconds. */
  deadlineMs(product: DocumentOutcome['product']): number
}

/** Lets a user of the sandbox control the simulated vendors and the clock. */
export type Sandbox = ReturnType<typeof createSandbox>

export interface SandboxOptions {
  readonly time: SandboxTime
  readonly vendors: readonly SimulatedVendor[]
  /** Divides the time that vendors take. */
  readonly simulatorSpeed: number
  /** Divides the waiting times that Assay chooses itself. */
  readonly pollSpeedup: number
}

const conditionTexts: Readonly<Record<VendorCondition, readonly [name: string, description: string]>> = {
  WORKING: ['Working', 'Calls are answered as the vendor documents.'],
  DOWN: ['Down', 'Every call is answered 503.'],
  REFUSES_CREDENTIALS: ['Bad credentials', 'Every call is answered 401, as if the credentials were wrong.'],
}

export function createSandbox({ time, vendors, ...speeds }: SandboxOptions) {
  const states = new Map<string, VendorCondition>()
  const stateOf = ({ id, name }: SimulatedVendor) => ({ id, name, condition: states.get(id) ?? 'WORKING' })
  const declared = vendors.flatMap(vendor => vendor.simulator.outcomes.documents.map(end => ({ vendor, end })))
  const clock = () => ({ now: time.now(), forwardSeconds: time.forwardMs() / 1_000 })

  const documents = listOutcomes().flatMap(outcome => {
    const ends = declared.filter(({ end }) => end.outcome === outcome)
    if (ends.length === 0) return []
    const [name, description] = outcomeNames[outcome]
    /** The password of the file; null: none is needed. */
    const password = lockedOutcomes.has(outcome) ? samplePassword : null
    return [
      { outcome, name, description, password, ends: ends.map(({ vendor, end }) => describeEnd(vendor, end, speeds)) },
    ]
  })

  return {
    /** The contents of `GET /sandbox`. */
    describe: () => ({
      clock: clock(),
      documents,
      bankLogins: vendors.flatMap(({ id, simulator }) =>
        (simulator.outcomes.bankLogins ?? []).map(login => ({ provider: id, ...login })),
      ),
      providers: vendors.map(stateOf),
      conditions: vendorConditions.map(condition => {
        const [name, description] = conditionTexts[condition]
        return { condition, name, description }
      }),
    }),
    /** @returns a PDF; null when there is no such outcome */
    openDocument(outcome: string, variant: string | null): Buffer | null {
      const found = documents.find(one => one.outcome === outcome)
      if (!found) return null
      const ends = declared.flatMap(({ end }) => (end.outcome === found.outcome ? [end] : []))
      return createSampleDocument(found.outcome, ends, variant)
    },
    clock,
    /** @throws AppError BAD_USER_INPUT when it would be more than ten years ahead */
    async forward(seconds: number) {
      if (!(await time.move(Math.round(seconds * 1_000))))
        throw new AppError('BAD_USER_INPUT', `The clock can be at most ${mostForwardDays} days ahead in all.`)
      return clock()
    },
    /** @returns null when there is no such vendor */
    setCondition(providerId: string, condition: VendorCondition) {
      const vendor = vendors.find(({ id }) => id === providerId)
      if (!vendor) return null
      vendor.simulator.setCondition(condition)
      states.set(providerId, condition)
      return stateOf(vendor)
    },
  }
}

function listOutcomes(): readonly OutcomeId[] {
  const isOutcome = (text: string): text is OutcomeId => text in outcomeNames
  return Object.keys(outcomeNames).filter(isOutcome)
}

/** The outcome of an analysis or a shipment with one document only. */
function describeEnd(
  vendor: SimulatedVendor,
  end: DocumentOutcome,
  { simulatorSpeed, pollSpeedup }: Pick<SandboxOptions, 'simulatorSpeed' | 'pollSpeedup'>,
) {
  const { product, status, errorCode = null, requiredAction = null, takesMs, awaitedMs = 0, description } = end
  const ms = takesMs === null ? vendor.deadlineMs(product) : takesMs / simulatorSpeed + awaitedMs / pollSpeedup
  /** The most seconds of the sandbox's clock until it ends. */
  const takesSeconds = Math.ceil(ms / 1_000)
  return { provider: vendor.id, product, status, errorCode, requiredAction, takesSeconds, description }
}
