import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { openReportFile } from './report-file.ts'

/** An answer with an endless body that remembers whether it was destroyed. */
function createAnswer(start: string, status = 200) {
  async function* endless(): AsyncGenerator<Buffer> {
    yield Buffer.from(`{"bankXrayPdfB64":"${Buffer.from(start).toString('base64')}`)
    for (;;) yield Buffer.from('QUJD'.repeat(1_000))
  }
  const body = Readable.from(endless(), { objectMode: false })
  const closed = new Promise(resolve => body.on('close', resolve))
  return { answer: { status, headers: {}, body }, closed }
}

describe('the answer with a report', () => {
  test('is destroyed when its file is not read to the end', async () => {
    const { answer, closed } = createAnswer('%PDF-1.7')
    const file = await openReportFile(answer)
    for await (const _ of file.body) break
    await closed
  })

  test('is destroyed when its file is not read at all', async () => {
    const { answer, closed } = createAnswer('%PDF-1.7')
    const file = await openReportFile(answer)
    file.body.destroy()
    await closed
  })

  test.each([
    [200, '<html>', 'PROVIDER_BAD_RESPONSE'],
    [403, '%PDF-1.7', 'PROVIDER_FORBIDDEN'],
  ])('is destroyed when it is refused (%i, %s)', async (status, start, code) => {
    const { answer, closed } = createAnswer(start, status)
    await expect(openReportFile(answer)).rejects.toMatchObject({ code })
    await closed
  })

  test('P16 is destroyed when it never ends, after little of it was read', async () => {
    const { answer } = createAnswer('%PDF-1.7')
    const { body } = await openReportFile(answer)
    let most = 0
    const read = async () => {
      for await (const _ of body) most = Math.max(most, body.readableLength + answer.body.readableLength)
    }
    await expect(read()).rejects.toMatchObject({ code: 'PROVIDER_BAD_RESPONSE' })
    expect(most).toBeLessThan(1_048_576)
  })
})
