import { AppError } from '../../errors.ts'
import { createSandbox } from '../../sandbox/create-sandbox.ts'

/** A sandbox with one vendor and a stopped clock, which can be set forward once. */
export function createStandingSandbox() {
  let forwardMs = 0
  const outcome = { product: 'BANK_RISK', status: 'PARTIAL', takesMs: 0, description: 'Half of it.' } as const
  const outcomes = { documents: [{ ...outcome, outcome: 'partial', words: ['half'] }] } as const
  const now = () => new Date(Date.parse('2026-03-01T12:00:00Z') + forwardMs)
  return createSandbox({
    time: {
      now,
      setTimer: () => () => {},
      read: async () => now(),
      forwardMs: () => forwardMs,
      async move(ms) {
        if (forwardMs > 0) throw new AppError('BAD_USER_INPUT', '40 hours is all there is.')
        forwardMs = ms
        return true
      },
      during: work => work(),
      stop: async () => {},
    },
    vendors: [{ id: 'vendor', name: 'Vendor', simulator: { outcomes, setCondition: () => {} }, deadlineMs: () => 0 }],
    simulatorSpeed: 1,
    pollSpeedup: 1,
  })
}
