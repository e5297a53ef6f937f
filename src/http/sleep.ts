import { setTimeout } from 'node:timers/promises'

/** Waits a number of milliseconds. Rejects when the signal is aborted. */
export type Sleep = (ms: number, signal?: AbortSignal) => Promise<void>

/** Waits in real time, and never less than asked, although Node's timers may fire a millisecond early. */
export const sleep: Sleep = async (ms, signal) => {
  await setTimeout(Math.ceil(ms) + 1, undefined, { signal })
}
