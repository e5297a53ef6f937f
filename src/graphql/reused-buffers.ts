const shortest = 64 * 1024
const longestKept = 4 * 1024 * 1024
const mostKept = 8

/** Buffers that are not used at present. */
const free: Buffer<ArrayBuffer>[] = []

/**
 * A buffer of at least this length, with any content. Large buffers are used again, because each megabyte outside of
 * V8's heap brings its next full garbage collection closer: with new buffers, these were a third of the processor time
 * of large answers.
 */
export function takeBuffer(length: number): Buffer<ArrayBuffer> {
  const index = free.findLastIndex(buffer => buffer.length >= length)
  const [found] = index === -1 ? [] : free.splice(index, 1)
  return found ?? Buffer.allocUnsafeSlow(Math.max(length, shortest))
}

/** Lets others use a buffer. To be called once, when nothing reads or writes it any more. */
export function returnBuffer(buffer: Buffer<ArrayBuffer>): void {
  if (buffer.length > longestKept) return
  free.push(buffer)
  if (free.length <= mostKept) return
  const lengths = free.map(({ length }) => length)
  free.splice(lengths.indexOf(Math.min(...lengths)), 1)
}
