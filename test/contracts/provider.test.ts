import { buffer } from 'node:stream/consumers'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { documentMediaTypes } from '../../src/documents/media-types.ts'
import { type AnalysisProduct, products } from '../../src/domain/analysis.ts'
import type { JsonValue } from '../../src/domain/json.ts'
import { AppError } from '../../src/errors.ts'
import type { Respond } from '../../src/http/testing/loopback-server.ts'
import type { AnalysisDriver, SubmissionDocument, SubmissionJob } from '../../src/providers/analysis-driver.ts'
import { accountKeyOf } from '../../src/providers/account-key.ts'
import { capabilities, findOffer } from '../../src/providers/capability.ts'
import { providers } from '../../src/providers/index.ts'
import type { Environment } from '../../src/providers/provider.ts'
import { collectAll, stored } from '../support/connect-client.ts'
import type { ConnectedProvider } from '../support/connect-provider.ts'
import { faultsOfFindings } from '../support/finding-faults.ts'
import { neverAborted } from '../support/never-aborted.ts'
import { setUpProvider, surprises, takeSteps } from '../support/set-up-provider.ts'
import { createCompanyJob, createSubmissionDocument } from '../support/submission-job.ts'

vi.setConfig({ maxConcurrency: 10 })

/** An analysis of two documents of a company that counts how often each is opened. */
function createJob(names: readonly string[] = ['doc_1', 'doc_2']) {
  const opened: string[] = []
  const documents = names.map((id): SubmissionDocument => {
    const document = createSubmissionDocument(id)
    const open = () => {
      opened.push(id)
      return document.open()
    }
    return { ...document, open }
  })
  return { job: createCompanyJob(documents), opened, ids: names }
}

/** Submits everything. @returns every checkpoint, from the first to the last */
async function submitAll(driver: AnalysisDriver, job: SubmissionJob, from: JsonValue = null): Promise<JsonValue[]> {
  const steps = await takeSteps(checkpoint => driver.submit(job, checkpoint), from)
  const last = steps.at(-1)?.kind
  if (last !== 'submitted') throw new Error(`The submission ended with ${last}.`)
  return [from, ...steps.map(step => step.checkpoint)]
}

/** Checks until the result is ready. @returns the checkpoint for `collect` */
async function awaitResult(driver: AnalysisDriver, submitted: JsonValue): Promise<JsonValue> {
  let checkpoint = submitted
  for (let looks = 0; looks < 2_000; looks++) {
    const progress = await driver.check(stored(checkpoint), { signal: neverAborted })
    checkpoint = progress.learnt?.checkpoint ?? checkpoint
    if (progress.kind === 'ready') return checkpoint
    if (progress.kind !== 'running') throw new Error(`The analysis is ${progress.kind}.`)
  }
  throw new Error('The analysis does not come to an end.')
}

describe.each(providers.map(provider => [provider.id, provider] as const))('the provider %s', (id, provider) => {
  const prefix = id.toUpperCase().replaceAll('-', '_')
  const { connect, connectTo, startServer, ...own } = setUpProvider(provider)
  let variables: Environment
  let usual: ConnectedProvider

  beforeAll(() => {
    variables = own.variables()
    usual = connect()
  })

  function driversOf({ client }: ConnectedProvider): (readonly [AnalysisProduct, AnalysisDriver])[] {
    return products.flatMap(product => {
      const driver = client.products[product]
      return driver ? [[product, driver] as const] : []
    })
  }

  test('is off and well-formed when nothing is configured', () => {
    const off = provider.settings.parse({})
    expect(off).toMatchObject({ account: null, baseUrl: expect.stringMatching(/^https:\/\//), webhook: null })
  })

  test('has variables with its prefix, of which credentials switch it on', () => {
    for (const name of Object.keys(provider.variables)) expect(name).toMatch(new RegExp(`^${prefix}_`))
    expect(Object.values(provider.variables).some(({ credential }) => credential)).toBe(true)
    expect(provider.variables).toHaveProperty(`${prefix}_BASE_URL`)
    for (const name of Object.keys(variables)) expect(provider.variables).toHaveProperty(name)
  })

  test('P23 reports every fault under the name of its variable, including a missing half of credentials', () => {
    const names = Object.entries(provider.variables).flatMap(([name, { credential }]) => (credential ? [name] : []))
    const faults = (env: Environment) =>
      (provider.settings.safeParse(env).error?.issues ?? []).map(issue => String(issue.path[0]))
    expect(faults({ [`${prefix}_BASE_URL`]: 'ftp://example.com' })).toContain(`${prefix}_BASE_URL`)
    for (const [name, value] of Object.entries(variables)) {
      if (!names.includes(name) || names.filter(other => variables[other]).length < 2) continue
      expect(faults({ [name]: value })).not.toEqual([])
    }
  })

  test('P17 has different account keys for different accounts, and for equal ones the same key, which is only a hash', () => {
    const key = (env: Environment) => accountKeyOf(provider, provider.settings.parse(env))
    expect(key({ ...variables })).toBe(key(variables))
    expect(key(variables)).toMatch(/^[0-9a-f]{32}$/)
    const isCredential = (name: string) => provider.variables[name]?.credential
    const others = Object.entries(variables).flatMap(([name, value]) =>
      isCredential(name) ? [[name, `${value}x`]] : [],
    )
    for (const [name = '', other] of [...others, [`${prefix}_BASE_URL`, 'http://127.0.0.1:9']])
      expect(key({ ...variables, [name]: other }), name).not.toBe(key(variables))
  })

  test('P9 accepts no empty webhook, with any headers', () => {
    const receiver = provider.settings.parse(variables).webhook
    const headers = { 'content-type': 'application/json', 'x-signature': 'sha256=00', signature: ['a', 'b'] }
    for (const token of [null, '', 'guess', 'a/../b'])
      for (const body of ['', '{}', 'null', '\u0000'])
        expect(receiver?.verify({ headers, body: Buffer.from(body), token }) ?? false).toBe(false)
  })

  test('offers its products or capabilities, and accepts known document types up to a size', () => {
    const drivers = driversOf(usual)
    expect(drivers.map(([product]) => product).toSorted()).toEqual(provider.products.toSorted())
    expect([...drivers, ...capabilities.filter(name => findOffer(usual.client, name))]).not.toEqual([])
    for (const [, { accepts, deadlineMs, polling }] of drivers) {
      expect(accepts.mediaTypes).not.toEqual([])
      for (const mediaType of accepts.mediaTypes) expect(documentMediaTypes).toContain(mediaType)
      expect(Math.min(accepts.maxBytes, accepts.maxDocuments, polling.firstMs)).toBeGreaterThan(0)
      expect(polling.maxMs).toBeGreaterThanOrEqual(polling.firstMs)
      expect(deadlineMs).toBeGreaterThan(polling.maxMs)
    }
  })

  // The rest is about analyses.
  if (provider.products.length === 0) return

  test('P15 turns documents into well-formed findings, the same each time, and reads each document once', async () => {
    for (const [, driver] of driversOf(usual)) {
      const asked = createJob()
      const { ids } = asked
      const submitted = (await submitAll(driver, asked.job)).at(-1) ?? null
      expect(asked.opened.toSorted()).toEqual([...ids])
      const checkpoint = await awaitResult(driver, submitted)
      const findings = await collectAll(driver, asked.job, stored(checkpoint))
      expect(findings).not.toEqual([])
      expect(faultsOfFindings(findings, ids)).toEqual([])
      expect(await collectAll(driver, asked.job, stored(checkpoint))).toEqual(findings)
      for (const { reports = [] } of findings)
        for (const { reference } of reports) {
          const file = await driver.openReport?.(reference, neverAborted)
          if (!file) throw new Error('There is a report that cannot be opened.')
          const bytes = await buffer(file.body)
          expect(bytes.byteLength).toBe(file.byteSize ?? bytes.byteLength)
        }
    }
  })

  test('continues after a crash at any step, and repeats nothing that may have been done', async () => {
    for (const [, driver] of driversOf(usual)) {
      const whole = await submitAll(driver, createJob().job)
      for (const [place, checkpoint] of whole.slice(0, -1).entries()) {
        // Another process, which knows only what was stored.
        for (const [, successor] of driversOf(connect())) {
          const outcome = await submitAll(successor, createJob().job, checkpoint).then(
            () => 'submitted',
            (error: unknown) => (error instanceof AppError ? error.code : error),
          )
          expect(['submitted', 'SUBMISSION_OUTCOME_UNKNOWN'], `from step ${place}`).toContain(outcome)
        }
      }
      expect(whole.length).toBeGreaterThan(1)
    }
  })

  /** An analysis by each driver, from the first checkpoint of its submission to that of its result. */
  const journeys: Awaited<ReturnType<typeof journeyOf>>[] = []
  beforeAll(async () => {
    for (const offer of driversOf(usual)) journeys.push(await journeyOf(offer))
  })

  async function journeyOf([product, driver]: readonly [AnalysisProduct, AnalysisDriver]) {
    const asked = createJob(['doc_1'])
    const checkpoints = await submitAll(driver, asked.job)
    return { product, asked, checkpoints, result: await awaitResult(driver, checkpoints.at(-1) ?? null) }
  }

  const answers: Readonly<Record<string, Respond>> = {
    ...surprises,
    'an HTML error page': response => response.writeHead(502, { 'content-type': 'text/html' }).end('<html>Bad</html>'),
    'no body': response => response.writeHead(200).end(),
    'an empty object': response => answer(response, 200, '{}'),
    'half an object': response => answer(response, 200, '{"id": "a", "status": "Comp'),
    'members of other types': response => answer(response, 200, '{"id": {}, "status": [], "retrieve_token": 7}'),
    'a deep nest': response => answer(response, 200, '['.repeat(100_000)),
    'a redirect': response => response.writeHead(302, { location: 'https://example.com/' }).end(),
    'bytes that are not text': response => answer(response, 200, Buffer.from('ff00fe7b7d', 'hex')),
    ...Object.fromEntries(
      [401, 404, 418, 503].map(status => [
        `status ${status}`,
        (response: Parameters<Respond>[0]) => answer(response, status, '{"message": "No.", "detail": ["x"]}'),
      ]),
    ),
  }

  test.concurrent.for(Object.entries(answers))(
    'P16 throws a typed error after %s, at every step',
    async ([what, respond]) => {
      const server = await startServer(respond)
      for (const { product, asked, checkpoints, result } of journeys) {
        // The same process with a vendor that answers only this.
        const strange = connectTo(server.url).client.products[product]
        if (!strange) throw new Error('There is no driver.')
        for (const checkpoint of checkpoints.slice(0, -1)) {
          const before = server.requests.length
          const outcome = await typed(() => strange.submit(asked.job, stored(checkpoint)))
          if (server.requests.length > before && what.startsWith('status')) expect(outcome).not.toBe('submitted')
        }
        await typed(() => strange.check(stored(checkpoints.at(-1) ?? null), { signal: neverAborted }))
        await typed(async () => {
          await collectAll(strange, asked.job, stored(result))
          return { kind: 'collected' }
        })
        if (strange.checkMany)
          await typed(async () => ({
            kind: String(await strange.checkMany?.([stored(result)], { signal: neverAborted })),
          }))
      }
    },
  )

  test('P26 ends every call at once and closes its connection when the signal is aborted', async () => {
    let caller = new AbortController()
    const closed: Promise<unknown>[] = []
    const silent = await startServer((_response, { message }) => {
      closed.push(new Promise(resolve => message.socket.once('close', resolve)))
      caller.abort()
    })
    for (const { product, asked, checkpoints, result } of journeys) {
      const { job } = asked
      const documents = job.documents.map(({ document }) => document)
      const hanging = connectTo(silent.url).client.products[product]
      if (!hanging) throw new Error('There is no driver.')
      const attempts: ((given: { readonly signal: AbortSignal }) => Promise<{ readonly kind: string }>)[] = [
        ...checkpoints
          .slice(0, -1)
          .map(checkpoint => (given: object) => hanging.submit({ ...job, ...given }, stored(checkpoint))),
        given => hanging.check(stored(checkpoints.at(-1) ?? null), given),
        async given => {
          const { analysisId } = job
          for await (const _findings of hanging.collect({ analysisId, documents, ...given }, stored(result)));
          return { kind: 'collected' }
        },
        async given => ({ kind: `${(await hanging.checkMany?.([stored(result), stored(result)], given))?.length}` }),
      ]
      for (const attempt of attempts) {
        caller = new AbortController()
        await typed(() => attempt({ signal: caller.signal }))
      }
    }
    expect(closed).not.toEqual([])
    await Promise.all(closed)
  })

  test('P14 callers’ own file names never reach the vendor', async () => {
    let text = ''
    const server = await startServer((response, { body, message }) => {
      text += `${message.url} ${JSON.stringify(message.headers)} ${body.toString('latin1')}`
      answer(response, 200, '{}')
    })
    for (const [, driver] of driversOf(connectTo(server.url))) {
      const { job } = createJob()
      await typed(async () => ({ kind: String((await submitAll(driver, job)).length) }))
      for (const { document } of job.documents) {
        expect(text).not.toContain(document.fileName)
        expect(text).not.toContain(encodeURIComponent(document.fileName))
      }
    }
    expect(text).not.toBe('')
  })
})

function answer(response: Parameters<Respond>[0], status: number, body: string | Buffer): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(body)
}

/** The kind of the result, or `error` for an AppError of the vendor. Any other error makes the test fail. */
async function typed(work: () => Promise<{ readonly kind: string }>): Promise<string> {
  try {
    return (await work()).kind
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    expect(error.provider).not.toBeNull()
    expect(error.code).not.toBe('INTERNAL')
    return 'error'
  }
}
