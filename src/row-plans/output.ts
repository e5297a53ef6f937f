import { returnBuffer, takeBuffer } from '../graphql/reused-buffers.ts'

/** Bytes to which others are appended. */
export class Output {
  /** The bytes from `end` on have any content. */
  bytes = takeBuffer(0)
  /** Of the same bytes. */
  view = viewOf(this.bytes)
  end = 0

  /** Makes room for `length` bytes. */
  reserve(length: number): void {
    if (this.end + length <= this.bytes.length) return
    const larger = takeBuffer(Math.max(this.end + length, this.bytes.length * 2))
    this.bytes.copy(larger, 0, 0, this.end)
    returnBuffer(this.bytes)
    this.bytes = larger
    this.view = viewOf(larger)
  }
}

/** A view of the same bytes. */
export function viewOf({ buffer, byteOffset, length }: Buffer): DataView {
  return new DataView(buffer, byteOffset, length)
}
