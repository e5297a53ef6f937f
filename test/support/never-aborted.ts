/** A signal for calls that are not aborted. */
export const neverAborted = new AbortController().signal
