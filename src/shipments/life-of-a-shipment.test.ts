import fc from 'fast-check'
import { expect, test } from 'vitest'
import { describeOnEveryDatabase } from '../../test/support/databases.ts'
import { failureOf } from '../../test/support/failure-of.ts'
import {
  confirmationMs,
  createMortalDatabase,
  createMortality,
  createShipmentWorld,
  type ShipmentWorld,
} from '../../test/support/shipment-world.ts'
import { isFinalShipment } from '../domain/shipment.ts'
import { AppError } from '../errors.ts'
import type { ShipmentJob } from '../providers/shipment-driver.ts'
import { readShipments } from '../store/shipments.ts'
import { sql } from '../store/sql.ts'

const hourMs = 3_600_000

describeOnEveryDatabase('life of a shipment', database => {
  let worlds = 0
  const begin = () => createShipmentWorld(database(), `shipments-${worlds++}`)

  async function sent() {
    const world = begin()
    const id = await world.sendFax()
    // Two nodes.
    await Promise.all([world.lookAtShipments(), world.lookAtShipments()])
    const [taken] = world.vendor.taken
    if (!taken) throw new Error('The vendor has taken nothing.')
    return { world, id, ...taken }
  }

  test('a fax is queued, handed over with the bytes of its document, and delivered when the vendor says so', async () => {
    const { world, id, job, bytes } = await sent()
    expect(job).toMatchObject({
      shipmentId: id,
      channel: 'FAX',
      recipient: 'Example Ltd',
      subject: 'Statement',
      address: { name: null, street: null, postalCode: null, city: null, country: null, faxNumber: '+493012345678' },
    })
    expect(bytes.toString()).toBe('%PDF-')
    expect(job.callbackUrl).toMatch(/^https:\/\/assay\.example\/callbacks\/test-provider\/[\w.-]+$/)
    expect(await world.find(id)).toMatchObject({
      status: 'SENT',
      error: null,
      deadline: new Date(world.now().getTime() + confirmationMs),
    })

    await world.call(job, true)
    expect(await readShipments(database(), world.tenant, [id])).toMatchObject([{ status: 'DELIVERED', error: null }])
    expect(await world.shipmentEvents(id)).toEqual([
      'SHIPMENT_QUEUED REQUEST',
      'SHIPMENT_SENT REQUEST',
      'SHIPMENT_DELIVERED CALLBACK',
    ])
    expect(await world.work(id)).toBeUndefined()
  })

  test('P3: callbacks in any order and number change a shipment once, and never a final state', async () => {
    const { world, id, job } = await sent()
    await Promise.all([world.call(job, false), world.call(job, false), world.call(job, false)])
    await world.call(job, true)
    expect(await world.find(id)).toMatchObject({ status: 'FAILED', error: { code: 'PROVIDER_REJECTED' } })
    expect((await world.shipmentEvents(id)).slice(2)).toEqual(['SHIPMENT_FAILED CALLBACK'])
  })

  test('a callback that comes before the answer to the sending counts', async () => {
    const world = begin()
    world.vendor.afterTaking = job => world.call(job, true)
    const id = await world.sendFax()
    await world.lookAtShipments()
    expect(await world.find(id)).toMatchObject({ status: 'DELIVERED' })
    expect(await world.shipmentEvents(id)).toEqual(['SHIPMENT_QUEUED REQUEST', 'SHIPMENT_DELIVERED CALLBACK'])
    expect(await world.work(id)).toBeUndefined()
  })

  test.each<readonly [string, Parameters<ShipmentWorld['call']>[2], string]>([
    ['names another shipment', { id: 'shp_01h455vb4pex5vsknk084sn02q' }, 'NOT_FOUND'],
    ['says nothing', { query: '' }, 'BAD_USER_INPUT'],
    ['says something else', { query: 'a=b&requestid=' }, 'BAD_USER_INPUT'],
  ])('a callback that %s changes nothing', async (_what, more, code) => {
    const { world, id, job } = await sent()
    expect((await failureOf(world.call(job, true, more))).code).toBe(code)
    expect(await world.find(id)).toMatchObject({ status: 'SENT' })
  })

  test('P17: an address that another provider was given, or that nobody was, is none', async () => {
    const { world, job } = await sent()
    const token = job.callbackUrl.split('/').at(-1) ?? ''
    const query = new URLSearchParams({ requestid: job.shipmentId, success: 'true' })
    const callback = { providerId: 'test-provider', token, query, correlationId: 'corr' }
    for (const wrong of [{ providerId: 'another' }, { token: `${token}x` }, { token: '' }, { token: `x${token}` }])
      expect((await failureOf(world.receive({ ...callback, ...wrong }))).code).toBe('NOT_FOUND')
  })

  test('a vendor that is down is asked again, and the shipment says what is in its way', async () => {
    const world = begin()
    world.vendor.beforeTaking = async () => {
      throw new AppError('PROVIDER_UNAVAILABLE', 'The vendor is down.')
    }
    const id = await world.sendFax()
    await world.lookAtShipments()
    expect(await world.find(id)).toMatchObject({ status: 'QUEUED', error: { code: 'PROVIDER_UNAVAILABLE' } })
    world.pass(60_000)
    world.vendor.beforeTaking = async () => {}
    await world.lookAtShipments()
    expect(await world.find(id)).toMatchObject({ status: 'SENT', error: null })
    expect(world.vendor.taken).toHaveLength(1)
  })

  test('P27: a vendor that stays down ends the shipment, and is asked no more', async () => {
    const world = begin()
    world.vendor.beforeTaking = async () => {
      throw new AppError('PROVIDER_RATE_LIMITED', 'Not now.')
    }
    const id = await world.sendFax()
    await world.lookAtShipments()
    world.pass(24 * hourMs)
    await world.lookAtShipments()
    expect(await world.find(id)).toMatchObject({
      status: 'FAILED',
      error: { code: 'DEADLINE_EXCEEDED', message: expect.stringContaining('PROVIDER_RATE_LIMITED') },
    })
    expect((await world.shipmentEvents(id)).at(-1)).toBe('SHIPMENT_FAILED SCHEDULE')
    expect(await world.work(id)).toBeUndefined()
  })

  test('what the vendor refuses for good fails at once', async () => {
    const world = begin()
    world.vendor.beforeTaking = async () => {
      throw new AppError('PROVIDER_REJECTED', 'No such number.', { providerCode: 'badNumber' })
    }
    const id = await world.sendFax()
    await world.lookAtShipments()
    expect(await world.find(id)).toMatchObject({
      status: 'FAILED',
      error: { code: 'PROVIDER_REJECTED', providerCode: 'badNumber', userMessage: 'It was refused.' },
    })
    expect(await world.work(id)).toBeUndefined()
  })

  test.each([
    ['says that it cannot know', new AppError('SUBMISSION_OUTCOME_UNKNOWN', 'Reset.')],
    ['fails in a way that nobody foresaw', new TypeError('no such member')],
  ])('P12: a sending that %s is not repeated, and fails when no callback comes', async (_what, error) => {
    const world = begin()
    world.vendor.afterTaking = async () => {
      throw error
    }
    const id = await world.sendFax()
    await world.lookAtShipments()
    const unknown = { error: { code: 'SUBMISSION_OUTCOME_UNKNOWN', retryable: true } }
    expect(await world.find(id)).toMatchObject({ status: 'QUEUED', ...unknown })
    world.pass(confirmationMs - 1)
    await world.lookAtShipments()
    expect(await world.find(id)).toMatchObject({ status: 'QUEUED' })
    world.pass(1)
    await world.lookAtShipments()
    expect(await world.find(id)).toMatchObject({ status: 'FAILED', ...unknown })
    expect(world.vendor.taken).toHaveLength(1)
  })

  test('a callback tells what became of a sending whose outcome was unknown', async () => {
    const world = begin()
    world.vendor.afterTaking = async () => {
      throw new AppError('SUBMISSION_OUTCOME_UNKNOWN', 'Reset.')
    }
    const id = await world.sendFax()
    await world.lookAtShipments()
    for (const { job } of world.vendor.taken) await world.call(job, true)
    expect(await world.find(id)).toMatchObject({ status: 'DELIVERED', error: null })
  })

  test('without a confirmation it stays sent and says so; a later callback is still taken', async () => {
    const { world, id, job } = await sent()
    world.pass(confirmationMs)
    await world.lookAtShipments()
    expect(await world.find(id)).toMatchObject({ status: 'SENT', error: { code: 'DEADLINE_EXCEEDED' } })
    expect((await world.shipmentEvents(id)).at(-1)).toBe('SHIPMENT_UNCONFIRMED SCHEDULE')
    expect(await world.work(id)).toBeUndefined()

    await world.call(job, true)
    expect(await world.find(id)).toMatchObject({ status: 'DELIVERED', error: null })
    expect((await world.shipmentEvents(id)).at(-1)).toBe('SHIPMENT_DELIVERED CALLBACK')
  })

  test('P12: a process that ends at any step leads to no second sending, and to no shipment that is forgotten', async () => {
    let isWhole = false
    for (let steps = 0; !isWhole; steps++) {
      const world = begin()
      const mortality = createMortality(steps)
      world.vendor.beforeTaking = async () => mortality.step()
      world.vendor.afterTaking = async () => mortality.step()
      const id = await world.sendFax()
      await world.lookAs(createMortalDatabase(world.deps.database, mortality))
      isWhole = !mortality.isDead
      world.vendor.beforeTaking = async () => {}
      world.vendor.afterTaking = async () => {}
      for (let looks = 0; looks < 3; looks++) {
        await world.expireClaims()
        await world.lookAtShipments()
      }
      const found = await world.find(id)
      expect([steps, found?.status, world.vendor.taken.length]).toEqual([
        steps,
        found?.error?.code === 'SUBMISSION_OUTCOME_UNKNOWN' ? 'QUEUED' : 'SENT',
        found?.status === 'SENT' ? 1 : expect.toBeOneOf([0, 1]),
      ])
      expect(await world.work(id)).toMatchObject({ due_at: found?.deadline })
    }
  })

  test('a worker whose claim was lost while it sent still notes that the vendor has it', async () => {
    const world = begin()
    world.vendor.afterTaking = async () => {
      await world.passClaimsOn('another')
      await world.expireClaims()
      await world.lookAtShipments()
    }
    const id = await world.sendFax()
    await world.lookAtShipments()
    expect(world.vendor.taken).toHaveLength(1)
    expect(await world.find(id)).toMatchObject({ status: 'SENT', error: null })
  })

  test('P21 erasing an applicant ends its shipments, and tells what the provider keeps', async () => {
    const world = begin()
    const document = await world.addPdf()
    const sentId = await world.sendFax({ ...document, idempotencyKey: 'key-1' })
    await world.lookAtShipments()
    world.vendor.beforeTaking = async () => {
      throw new AppError('PROVIDER_UNAVAILABLE', 'Down.')
    }
    const queuedId = await world.sendFax(document)
    await world.lookAtShipments()
    const { applicantId } = document
    expect(await world.erasures.erase(world.context, { applicantId })).toMatchObject({
      complete: false,
      remaining: [{ providerId: 'test-provider', reason: 'CAPABILITY_UNSUPPORTED', references: [sentId] }],
    })
    for (const id of [sentId, queuedId]) {
      expect(await world.find(id)).toBeNull()
      expect(await world.work(id)).toBeUndefined()
    }
    const keys = sql`select 1 from idempotency_keys where tenant_id = ${world.tenant} and object_id = ${sentId}`
    expect(await database().rows(keys)).toEqual([])
    const [taken] = world.vendor.taken
    if (taken) expect((await failureOf(world.call(taken.job, true))).code).toBe('NOT_FOUND')
  })

  test('the same key sends once, however many ask at the same time; another input is a conflict', async () => {
    const world = begin()
    const document = await world.addPdf()
    const input = { ...document, idempotencyKey: 'key-1' }
    const ids = await Promise.all([world.sendFax(input), world.sendFax(input), world.sendFax(input)])
    expect(new Set(ids).size).toBe(1)
    const other = await failureOf(world.sendFax({ ...input, recipient: 'Somebody else' }))
    expect(other.code).toBe('IDEMPOTENCY_CONFLICT')
    await world.lookAtShipments()
    expect(world.vendor.taken).toHaveLength(1)
  })

  test.each<readonly [string, Parameters<ShipmentWorld['sendFax']>[0], readonly string[]]>([
    ['NOT_FOUND', { applicantId: 'app_unknown' }, ['applicantId']],
    ['NOT_FOUND', { documentId: 'doc_unknown' }, ['documentId']],
    ['PROVIDER_NOT_CONFIGURED', { provider: 'nobody' }, ['provider']],
    ['BAD_USER_INPUT', { address: {} }, ['address', 'faxNumber']],
    ['BAD_USER_INPUT', { address: { faxNumber: ' ' } }, ['address', 'faxNumber']],
    ['BAD_USER_INPUT', { recipient: ' ' }, ['recipient']],
    ['BAD_USER_INPUT', { subject: 'a\u0000b' }, ['subject']],
    ['BAD_USER_INPUT', { address: { faxNumber: '1', city: 'x'.repeat(501) } }, ['address', 'city']],
  ])('%s for %j', async (code, wrong, field) => {
    const world = begin()
    const document = await world.addPdf()
    expect(await failureOf(world.sendFax({ ...document, ...wrong }))).toMatchObject({ code, field })
    expect(await world.planned()).toEqual([])
  })

  test.each([
    ['DOCUMENT_NOT_READY', sql`status = 'AWAITING_UPLOAD'`],
    ['INVALID_STATE', sql`status = 'REJECTED'`],
    ['DOCUMENT_TYPE_UNSUPPORTED', sql`media_type = 'text/csv'`],
    ['DOCUMENT_TOO_LARGE', sql`byte_size = 1001`],
    ['NOT_FOUND', sql`applicant_id = 'app_another'`],
  ])('%s for a document that cannot be sent', async (code, change) => {
    const world = begin()
    const document = await world.addPdf()
    await database().rows(sql`
      update documents set ${change} where tenant_id = ${world.tenant} and id = ${document.documentId}`)
    expect(await failureOf(world.sendFax(document))).toMatchObject({ code, field: ['documentId'] })
  })

  test('P12, P3: whatever happens in whatever order, a shipment is sent at most once, and its states go forward', async () => {
    const happenings = fc.array(
      fc.constantFrom('look', 'refuse', 'down', 'lose', 'kill', 'deliver', 'fail', 'hour', 'days'),
      { maxLength: 12 },
    )
    await fc.assert(
      fc.asyncProperty(happenings, async script => {
        const world = begin()
        const id = await world.sendFax()
        let job: ShipmentJob | null = null
        for (const happening of script) {
          const { vendor } = world
          vendor.beforeTaking = async asked => {
            job = asked
            if (happening === 'refuse') throw new AppError('PROVIDER_REJECTED', 'No.')
            if (happening === 'down') throw new AppError('PROVIDER_UNAVAILABLE', 'Down.')
          }
          const mortality = createMortality(happening === 'kill' ? 4 : Number.POSITIVE_INFINITY)
          vendor.afterTaking = async () => {
            mortality.step()
            if (happening === 'lose') throw new AppError('SUBMISSION_OUTCOME_UNKNOWN', 'Reset.')
          }
          if (happening === 'hour') world.pass(hourMs)
          if (happening === 'days') world.pass(confirmationMs)
          if (job !== null && happening === 'deliver') await world.call(job, true)
          if (job !== null && happening === 'fail') await world.call(job, false)
          await world.expireClaims()
          await world.lookAs(createMortalDatabase(world.deps.database, mortality))
        }
        expect(world.vendor.taken.length).toBeLessThanOrEqual(1)
        const types = (await world.shipmentEvents(id)).map(event => event.split(' ')[0]?.replace('SHIPMENT_', ''))
        expect(types.join(' ')).toMatch(/^QUEUED( SENT( UNCONFIRMED)?)?( DELIVERED| FAILED)?$/)
        const found = await world.find(id)
        expect(types.filter(type => type !== 'UNCONFIRMED').at(-1)).toBe(found?.status)
        const isOver = found && (isFinalShipment(found.status) || types.includes('UNCONFIRMED'))
        expect((await world.work(id)) === undefined).toBe(isOver)
      }),
      { numRuns: 12 },
    )
  })
})
