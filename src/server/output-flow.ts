/** The output buffer of a connection. */
export interface Output {
  /** Bytes that wait to be sent. */
  unsentBytes(): number
  isOpen(): boolean
}

/** Backpressure: answers for a client are not made faster than it reads them. */
export interface OutputFlow {
  /** Resolves when `isDrained`. */
  drained(): Promise<void>
  /** Whether the buffer is below its limit, or the connection is closed. */
  isDrained(): boolean
  /** To be called after bytes were sent, and after the connection was closed. */
  wake(): void
}

/** While more bytes wait to be sent, no event is resolved and no operation is executed. */
export const maxUnsentBytes = 1024 * 1024

export function createOutputFlow({ unsentBytes, isOpen }: Output): OutputFlow {
  let waiting: (() => void)[] = []
  const isDrained = () => !isOpen() || unsentBytes() <= maxUnsentBytes
  return {
    isDrained,
    drained: () => (isDrained() ? Promise.resolve() : new Promise(resolve => waiting.push(resolve))),
    wake() {
      if (!isDrained()) return
      const woken = waiting
      waiting = []
      for (const resolve of woken) resolve()
    },
  }
}
