import fc from 'fast-check'
import { expect, test } from 'vitest'
import { describeOnOneDatabase } from '../../test/support/databases.ts'
import { failureOf } from '../../test/support/failure-of.ts'
import {
  confirmationMs,
  createMortalDatabase,
  createMortality,
  createShipmentWorld,
  type ShipmentWorld,
} from '../../test/support/shipment-world.ts'
import { wholeTenant } from '../domain/reach.ts'
import { isFinalShipment } from '../domain/shipment.ts'
import { AppError } from '../errors.ts'
import type { ShipmentJob } from '../providers/shipment-driver.ts'
import { readShipments } from '../store/shipments.ts'
import { sql } from '../store/sql.ts'

const hourMs = 3_600_000

describeOnOneDatabase('life of a shipment', database => {
  let worlds = 0
  const begin = () => createShipmentWorld(database(), `shipments-${worlds++}`)

  async function sent() {
    const world = begin()
    const id = await world.sendFax()
    // As two nodes do.
    await Promise.all([world.lookAtShipments(), world.lookAtShipments()])
    const [taken] = world.vendor.taken
    if (!taken) throw new Error('The vendor has taken nothing.')
    return { world, id, ...taken }
  }

  test('a fax is queued, sent with the bytes of its document, and delivered when the vendor calls back', async () => {
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
    expect(await readShipments(database(), wholeTenant(world.tenant), [id])).toMatchObject([
      { status: 'DELIVERED', error: null },
    ])
    expect(await world.shipmentEvents(id)).toEqual([
      'SHIPMENT_QUEUED REQUEST',
      'SHIPMENT_SENT REQUEST',
      'SHIPMENT_DELIVERED CALLBACK',
    ])
    expect(await world.work(id)).toBeUndefined()
  })

  test('P3: callbacks in any order and number change a shipment once, and do not change a final state', async () => {
    const { world, id, job } = await sent()
    await Promise.all([world.call(job, false), world.call(job, false), world.call(job, false)])
    await world.call(job, true)
    expect(await world.find(id)).toMatchObject({ status: 'FAILED', error: { code: 'PROVIDER_REJECTED' } })
    expect((await world.shipmentEvents(id)).slice(2)).toEqual(['SHIPMENT_FAILED CALLBACK'])
  })

  test('a callback before the answer to the sending counts', async () => {
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
    ['has no parameters', { query: '' }, 'BAD_USER_INPUT'],
    ['has other parameters', { query: 'a=b&requestid=' }, 'BAD_USER_INPUT'],
  ])('a callback that %s changes nothing', async (_what, more, code) => {
    const { world, id, job } = await sent()
    expect((await failureOf(world.call(job, true, more))).code).toBe(code)
    expect(await world.find(id)).toMatchObject({ status: 'SENT' })
  })

  test('P17: a call of another provider, or to an unknown address, is NOT_FOUND', async () => {
    const { world, job } = await sent()
    const token = job.callbackUrl.split('/').at(-1) ?? ''
    const query = new URLSearchParams({ requestid: job.shipmentId, success: 'true' })
    const callback = { providerId: 'test-provider', token, query, correlationId: 'corr' }
    for (const wrong of [{ providerId: 'another' }, { token: `${token}x` }, { token: '' }, { token: `x${token}` }])
      expect((await failureOf(world.receive({ ...callback, ...wrong }))).code).toBe('NOT_FOUND')
  })

  test('a sending to a vendor that is down is repeated, and the shipment has the error meanwhile', async () => {
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

  test('P27: a shipment fails when the vendor stays down, and no further call is made', async () => {
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

  test('a permanent refusal of the vendor fails the shipment at once', async () => {
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
    ['ends with SUBMISSION_OUTCOME_UNKNOWN', new AppError('SUBMISSION_OUTCOME_UNKNOWN', 'Reset.')],
    ['throws an unforeseen error', new TypeError('no such member')],
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

  test('a callback decides a sending whose outcome was unknown', async () => {
    const world = begin()
    world.vendor.afterTaking = async () => {
      throw new AppError('SUBMISSION_OUTCOME_UNKNOWN', 'Reset.')
    }
    const id = await world.sendFax()
    await world.lookAtShipments()
    for (const { job } of world.vendor.taken) await world.call(job, true)
    expect(await world.find(id)).toMatchObject({ status: 'DELIVERED', error: null })
  })

  test('without a confirmation it stays SENT with an error; a later callback still counts', async () => {
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

  test('P12: after a crash at any step, no shipment is sent twice, and an unknown outcome is reported', async () => {
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

  test('a worker that lost its claim while sending still stores that the vendor has the shipment', async () => {
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

  test('P21 erasing an applicant ends its shipments, and lists what the provider keeps', async () => {
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

  test('the same idempotency key sends once, also in parallel requests; another input is a conflict', async () => {
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

  test('P12, P3: with any events in any order, a shipment is sent at most once and never returns to an earlier state', async () => {
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
