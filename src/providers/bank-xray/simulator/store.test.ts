import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { toReply } from '../../../simulation/testing/reply.ts'
import { type Draft, sendForm, startTestSimulator, type TestSimulator } from './start-test-simulator.ts'
import type { UploadShape } from './store.ts'

const pdf = '%PDF-1.7\nstatement\n%%EOF'
const digest = createHash('sha256').update(pdf).digest('hex')
let simulator: TestSimulator

beforeEach(async () => {
  simulator = await startTestSimulator()
})
afterEach(() => simulator.stop())

async function createDraft(upload: UploadShape): Promise<Draft> {
  simulator.control.shape.upload = upload
  return simulator.medium(await simulator.request())
}
async function put(
  { upload }: Draft,
  headers: Readonly<Record<string, string>> = {},
  url = upload.url,
  body: string | ReturnType<Blob['stream']> = pdf,
) {
  const all = { ...upload.headers, ...headers }
  return toReply(
    await fetch(url, { method: 'PUT', headers: all, body, ...(typeof body !== 'string' && { duplex: 'half' }) }),
  )
}
const withField = (draft: Draft, name: string, value: string): Draft => ({
  ...draft,
  upload: { ...draft.upload, fields: { ...draft.upload.fields, [name]: value } },
})
const refused = (status: number, code: string) => ({ status, text: expect.stringContaining(`<Code>${code}</Code>`) })

describe('the store', () => {
  test('takes a form, or raw bytes, at the address that was given, and more than once', async () => {
    const form = await createDraft('form')
    expect((await sendForm(form, pdf)).status).toBe(204)
    expect((await sendForm(form, pdf)).status).toBe(204)
    const raw = await createDraft('raw')
    expect((await put(raw)).status).toBe(200)
    expect(simulator.control.media().map(({ id, file }) => [id, file?.digest])).toEqual([
      [form.id, digest],
      [raw.id, digest],
    ])
  })

  test('knows nothing of the vendor’s users, and refuses whoever shows it one', async () => {
    for (const headers of [simulator.headers, { authorization: 'Bearer x' }])
      expect(await put(await createDraft('raw'), headers)).toMatchObject(refused(400, 'InvalidArgument'))
    const { upload } = await createDraft('form')
    const reply = await fetch(upload.url, { method: 'POST', headers: { userId: 'x' }, body: new FormData() })
    expect(await toReply(reply)).toMatchObject(refused(400, 'InvalidArgument'))
  })

  test('finds every address dead after 15 minutes, and when it is told so', async () => {
    const [form, raw] = [await createDraft('form'), await createDraft('raw')]
    simulator.clock.advance(15 * 60_000 - 1)
    expect((await sendForm(form, pdf)).status).toBe(204)
    simulator.clock.advance(1)
    expect(await sendForm(form, pdf)).toMatchObject(refused(403, 'AccessDenied'))
    expect(await put(raw)).toMatchObject(refused(403, 'AccessDenied'))
    const young = await createDraft('form')
    simulator.control.expireUploads()
    expect(await sendForm(young, pdf)).toMatchObject(refused(403, 'AccessDenied'))
    simulator.clock.advance(1)
    expect((await sendForm(await createDraft('form'), pdf)).status).toBe(204)
  })

  test('refuses what is signed otherwise', async () => {
    const form = await createDraft('form')
    const raw = await createDraft('raw')
    expect(await sendForm(withField(form, 'key', `media/${raw.id}`), pdf)).toMatchObject(
      refused(403, 'SignatureDoesNotMatch'),
    )
    expect(await sendForm(withField(form, 'policy', '9999999999999'), pdf)).toMatchObject(
      refused(403, 'SignatureDoesNotMatch'),
    )
    expect(await sendForm(withField(form, 'Content-Type', 'text/plain'), pdf)).toMatchObject(
      refused(403, 'AccessDenied'),
    )
    expect(await put(raw, {}, raw.upload.url.replace(raw.id, form.id))).toMatchObject(
      refused(403, 'SignatureDoesNotMatch'),
    )
    expect(await put(raw, {}, raw.upload.url.replace(/\?.*/, ''))).toMatchObject(refused(403, 'SignatureDoesNotMatch'))
    expect(await put(raw, { 'content-type': 'text/plain' })).toMatchObject(refused(403, 'AccessDenied'))
    expect(simulator.control.media().every(({ file }) => file === null)).toBe(true)
  })

  test('refuses a form whose file is not last, or that is none', async () => {
    const form = await createDraft('form')
    expect(await sendForm(form, pdf, { note: 'late' })).toMatchObject(refused(400, 'InvalidArgument'))
    expect(await toReply(await fetch(form.upload.url, { method: 'POST', body: 'x' }))).toMatchObject(
      refused(400, 'MalformedPOSTRequest'),
    )
    expect(await toReply(await fetch(form.upload.url, { method: 'POST', body: new FormData() }))).toMatchObject({
      status: 400,
    })
  })

  test('takes no bytes whose length is not told beforehand', async () => {
    const body = new Blob([pdf]).stream()
    expect(await put(await createDraft('raw'), {}, undefined, body)).toMatchObject(refused(501, 'NotImplemented'))
  })

  test('takes 20 MB, and not a byte more', async () => {
    const most = '%PDF-'.padEnd(20_000_000, 'x')
    expect((await sendForm(await createDraft('form'), most)).status).toBe(204)
    expect((await put(await createDraft('raw'), {}, undefined, most)).status).toBe(200)
    expect(await sendForm(await createDraft('form'), `${most}x`)).toMatchObject(refused(400, 'EntityTooLarge'))
    expect(await put(await createDraft('raw'), {}, undefined, `${most}x`)).toMatchObject(refused(400, 'EntityTooLarge'))
  })

  test('knows no other method', async () => {
    const { upload } = await createDraft('raw')
    expect(await toReply(await fetch(upload.url))).toMatchObject(refused(405, 'MethodNotAllowed'))
  })
})
