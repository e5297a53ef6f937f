import { crc32, deflateSync } from 'node:zlib'

/** A square of one colour as PNG. https://www.w3.org/TR/png-3 @param color red, green and blue, 0 to 255 */
export function createPng(side: number, color: readonly [number, number, number]): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  // Eight bits a channel, red, green and blue; each line begins with the number of its filter, which is none.
  header.set([8, 2, 0, 0, 0], 8)
  const line = Buffer.from([0, ...Array.from({ length: side }, () => color).flat()])
  const lines = Buffer.concat(Array.from({ length: side }, () => line))
  const signature = Buffer.from([0x89, ...Buffer.from('PNG\r\n\x1a\n')])
  return Buffer.concat([
    signature,
    toChunk('IHDR', header),
    toChunk('IDAT', deflateSync(lines)),
    toChunk('IEND', Buffer.alloc(0)),
  ])
}

function toChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const chunk = Buffer.alloc(body.length + 8)
  chunk.writeUInt32BE(data.length, 0)
  body.copy(chunk, 4)
  chunk.writeUInt32BE(crc32(body), body.length + 4)
  return chunk
}
