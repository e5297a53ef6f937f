/** For calls that somebody waits for to the end. */
export const neverAborted = new AbortController().signal
