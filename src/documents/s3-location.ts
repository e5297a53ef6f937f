import { z } from 'zod'

/** A place in an S3-compatible store. */
export interface S3Location {
  readonly bucket: string
  /** Put before every key; empty, or without a slash at either end. */
  readonly prefix: string
  /** null: Amazon's endpoint for the region. */
  readonly endpoint: string | null
  readonly region: string
}

const schema = z
  .url({
    protocol: /^s3$/,
    hostname: /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
    error: 'wants s3://<bucket>/<prefix>?region=<region>, or ?endpoint=<URL> for another store than Amazon’s',
  })
  .transform(text => new URL(text))
  .pipe(
    z.instanceof(URL).superRefine((url, context) => {
      const unknown = [...url.searchParams.keys()].filter(name => name !== 'endpoint' && name !== 'region')
      for (const name of unknown)
        context.addIssue({ code: 'custom', message: `knows endpoint and region, but not ${name}` })
      if (url.username || url.password)
        context.addIssue({
          code: 'custom',
          message: 'must not hold credentials: give them as AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY',
        })
      if (decodePath(url) === null)
        context.addIssue({ code: 'custom', message: 'has a prefix with a percent sign that encodes nothing' })
      const endpoint = url.searchParams.get('endpoint')
      if (endpoint !== null && !/^https?:\/\/[^/]/.test(endpoint))
        context.addIssue({ code: 'custom', message: 'needs an http or https address as its endpoint' })
      if (endpoint === null && !url.searchParams.get('region'))
        context.addIssue({ code: 'custom', message: 'needs a region, or the endpoint of another store' })
    }),
  )

/** Parses `s3://bucket/prefix?endpoint=https://…&region=…`. With an endpoint, the region may be left out. */
export const s3LocationSchema: z.ZodType<S3Location, string> = schema.transform(url => ({
  bucket: url.hostname,
  prefix: decodePath(url)?.replace(/^\/+|\/+$/g, '') ?? '',
  endpoint: url.searchParams.get('endpoint'),
  region: url.searchParams.get('region') || 'us-east-1',
}))

/** null when it cannot be decoded. */
function decodePath(url: URL): string | null {
  try {
    return decodeURIComponent(url.pathname)
  } catch {
    return null
  }
}
