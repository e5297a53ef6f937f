import { expect, test } from 'vitest'
import { reduceUploads } from './reduce-uploads.ts'

test('a late change of an ended upload has no effect', () => {
  const key = '1'
  const upload = { key, fileName: 'statement.pdf', part: 0, error: null, dismiss: () => {} }
  const sent = reduceUploads(reduceUploads([], { type: 'BEGAN', upload }), { type: 'ADVANCED', key, part: 0.5 })
  expect(sent).toEqual([{ ...upload, part: 0.5 }])
  const ended = reduceUploads(sent, { type: 'ENDED', key })
  expect(ended).toEqual([])
  expect(reduceUploads(ended, { type: 'ADVANCED', key, part: 1 })).toEqual([])
  expect(reduceUploads(ended, { type: 'FAILED', key, error: new Error('late') })).toEqual([])
})
