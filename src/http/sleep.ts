import { setTimeout } from 'node:timers/promises'

/** Waits so many milliseconds. Rejects when the signal is aborted. */
export type Sleep = (ms: number, signal?: AbortSignal) => Promise<void>

/** Waits in real time, never less than asked: Node's timers may fire a millisecond early by the clock on the wall. */
export const sleep: Sleep = async (ms, signal) => {
  await setTimeout(Math.ceil(ms) + 1, undefined, { signal })
}
