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

/** Parses `s3://bucket/prefix?endpoint=https://…&region=…`. With an endpoint, the region may be left out. */
export const s3LocationSchema: z.ZodType<S3Location, string> = z
  .url({
    protocol: /^s3$/,
    hostname: /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
    error: 'wants s3://<bucket>/<prefix>?region=<region>, or ?endpoint=<URL> for another store than Amazon’s',
  })
  .transform((text, context) => {
    const url = new URL(text)
    const path = decodePath(url)
    const endpoint = url.searchParams.get('endpoint')
    const region = url.searchParams.get('region')
    const refuse = (message: string) => context.addIssue({ code: 'custom', message })
    for (const name of url.searchParams.keys())
      if (name !== 'endpoint' && name !== 'region') refuse(`knows endpoint and region, but not ${name}`)
    if (url.username || url.password)
      refuse('must not hold credentials: give them as AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY')
    if (path === null) refuse('has a prefix with a percent sign that encodes nothing')
    if (endpoint !== null && !/^https?:\/\/[^/]/.test(endpoint))
      refuse('needs an http or https address as its endpoint')
    if (endpoint === null && !region) refuse('needs a region, or the endpoint of another store')
    const prefix = path?.replace(/^\/+|\/+$/g, '') ?? ''
    return { bucket: url.hostname, prefix, endpoint, region: region || 'us-east-1' }
  })

/** null when it cannot be decoded. */
function decodePath(url: URL): string | null {
  try {
    return decodeURIComponent(url.pathname)
  } catch {
    return null
  }
}
