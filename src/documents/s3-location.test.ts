import { expect, test } from 'vitest'
import { s3LocationSchema } from './s3-location.ts'

test.each([
  [
    's3://documents/assay/prod?endpoint=https://minio.example:9000&region=eu-central-1',
    { bucket: 'documents', prefix: 'assay/prod', endpoint: 'https://minio.example:9000', region: 'eu-central-1' },
  ],
  ['s3://my.bucket?region=eu-west-3', { bucket: 'my.bucket', prefix: '', endpoint: null, region: 'eu-west-3' }],
  [
    's3://documents/?endpoint=http://127.0.0.1:9000',
    { bucket: 'documents', prefix: '', endpoint: 'http://127.0.0.1:9000', region: 'us-east-1' },
  ],
])('%s', (text, location) => {
  expect(s3LocationSchema.parse(text)).toEqual(location)
})

test.each([
  ['https://documents/assay?region=eu-west-3', /./],
  ['s3://?region=eu-west-3', /./],
  ['files', /s3:\/\/<bucket>/],
  ['s3://documents/%E0%A4%A?region=eu-west-3', /percent sign/],
  ['s3://documents', /region/],
  ['s3://documents?region=', /region/],
  ['s3://documents?endpoint=minio:9000', /http or https/],
  ['s3://documents?region=eu-west-3&acl=public', /not acl/],
  ['s3://key:secret@documents?region=eu-west-3', /AWS_ACCESS_KEY_ID/],
])('%s is refused, and the error does not quote a secret', (text, reason) => {
  const parsed = s3LocationSchema.safeParse(text)
  const message = parsed.error?.issues.map(issue => issue.message).join('; ') ?? ''
  expect(message).toMatch(reason)
  expect(message).not.toContain('secret@')
})
