import * as z from 'zod/mini'

const clockSchema = z.object({ now: z.string(), forwardSeconds: z.number() })

const sampleSchema = z.object({
  outcome: z.string(),
  name: z.string(),
  description: z.string(),
  url: z.string(),
  password: z.nullable(z.string()),
  ends: z.array(
    z.object({
      provider: z.string(),
      product: z.string(),
      status: z.string(),
      description: z.string(),
    }),
  ),
})

const bankLoginSchema = z.object({
  bank: z.string(),
  userName: z.string(),
  password: z.string(),
  name: z.string(),
  description: z.string(),
})

const vendorSchema = z.object({ id: z.string(), name: z.string(), condition: z.string() })

const sandboxSchema = z.object({
  clock: clockSchema,
  documents: z.array(sampleSchema),
  bankLogins: z.array(bankLoginSchema),
  providers: z.array(vendorSchema),
  conditions: z.array(z.object({ condition: z.string(), name: z.string(), description: z.string() })),
})

/** A sample document with its outcomes. */
export type Sample = z.infer<typeof sampleSchema>
/** A simulated provider with its condition. */
export type Vendor = z.infer<typeof vendorSchema>
/** The contents of the sandbox. */
export type Sandbox = z.infer<typeof sandboxSchema>

/** The sandbox; null when the server is not a sandbox. */
export async function readSandbox(): Promise<Sandbox | null> {
  const answer = await fetch('/sandbox')
  return answer.ok ? sandboxSchema.parse(await answer.json()) : null
}

/** Loads a sample document as a file. */
export async function readSample({ outcome, url }: Sample): Promise<File> {
  // Other bytes each time, because the same document could be refused as a duplicate.
  const variant = Date.now().toString(36)
  const answer = await fetch(`${url}?variant=${variant}`)
  if (!answer.ok) throw new Error(`The sandbox answered ${answer.status}.`)
  return new File([await answer.blob()], `${outcome}.pdf`, { type: 'application/pdf' })
}

/**
 * Sets the clock of server and simulators forward. Due work is done within moments.
 *
 * @returns the new time
 */
export async function moveClock(forwardSeconds: number): Promise<string> {
  return clockSchema.parse(await post('/sandbox/clock', { forwardSeconds })).now
}

/** Makes a provider work or fail from its next call. */
export async function setCondition(providerId: string, condition: string): Promise<Vendor> {
  return vendorSchema.parse(await post(`/sandbox/providers/${encodeURIComponent(providerId)}`, { condition }))
}

async function post(path: string, body: object): Promise<unknown> {
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(`The sandbox answered ${answer.status}.`)
  return answer.json()
}
