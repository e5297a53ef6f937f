import { describe, expect, test } from 'vitest'
import { type BankWorld, customer, returnUrls, useBankWorlds } from '../../test/support/bank-world.ts'
import { describeOnOneDatabase } from '../../test/support/databases.ts'
import { dumpDatabase } from '../../test/support/dump-database.ts'
import { failureOf } from '../../test/support/failure-of.ts'
import type { BankMoment } from '../../test/support/scripted-bank.ts'
import { AppError } from '../errors.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs

describeOnOneDatabase('a bank user', database => {
  const createWorld = useBankWorlds(database, 'bank')

  /** An applicant of a new tenant, with its own vendor. */
  async function begin() {
    const world = createWorld()
    const applicantId = await world.addApplicant()
    const connect = (more: { idempotencyKey?: string; successUrl?: string } = {}, commands = world.commands) =>
      commands.connect(world.context, { applicantId, ...returnUrls, ...more })
    return { world, applicantId, connect }
  }

  /** The same, with a connected login that was read. */
  async function beginConnected() {
    const begun = await begin()
    const { world, applicantId } = begun
    await begun.connect()
    const atVendor = world.bank.connect()
    await world.comeBack()
    await world.look()
    const [login] = await world.logins(applicantId)
    if (!login) throw new Error('The login was not read.')
    const input = { bankLoginId: login.id, ...returnUrls, ...customer }
    const synchronize = () => world.commands.synchronize(world.context, input)
    return { ...begun, login, atVendor, synchronize }
  }
  const typesOf = async (world: BankWorld, applicantId: string) =>
    (await world.events(applicantId)).map(event => event.type)

  describe('that connects', () => {
    test('is read after the browser has come back and was redirected, with one event, and not polled again before the next day', async () => {
      const { world, applicantId, connect } = await begin()
      const { sessionId, redirectUrl } = await connect()
      expect(redirectUrl).toBe('https://vendor.example/connect/1')
      expect(await world.session(sessionId)).toMatchObject({ status: 'OPEN', purpose: 'CONNECT', returnedAt: null })
      world.bank.connect()
      const sentTo = await world.comeBack()
      expect(String(sentTo)).toBe(`https://app.example.com/back?a=%20b&connection=${sessionId}#end`)
      expect(await world.session(sessionId)).toMatchObject({ status: 'SUCCEEDED', returnedAt: world.now() })
      await world.look()
      const [login] = await world.logins(applicantId)
      expect(login).toMatchObject({
        bank: { name: 'Test Bank' },
        synchronization: { state: 'SYNCHRONIZED' },
        stale: false,
      })
      expect(await world.events(applicantId)).toMatchObject([
        { type: 'BANK_LOGIN_CONNECTED', via: 'CALLBACK', bankLoginId: login?.id },
      ])
      expect(await world.planned()).toEqual([{ at: new Date(world.now().getTime() + dayMs) }])
    })

    test('is found by polling when the browser does not come back, and the session ends; the browser may still come back once', async () => {
      const { world, applicantId, connect } = await begin()
      const { sessionId } = await connect()
      await world.run(3)
      expect(world.bank.count('read')).toBe(0)
      world.bank.connect()
      await world.run(1)
      expect(await world.session(sessionId)).toMatchObject({ status: 'SUCCEEDED', returnedAt: null })
      expect(await world.comeBack()).toBeInstanceOf(URL)
      expect(await world.comeBack()).toBeNull()
      await world.run(1)
      expect(await typesOf(world, applicantId)).toEqual(['BANK_LOGIN_CONNECTED'])
    })

    test('P27 has a session that expires when nothing is connected, and is not looked at afterwards', async () => {
      const { world, applicantId, connect } = await begin()
      const { sessionId } = await connect()
      await world.run(50)
      expect(await world.session(sessionId)).toMatchObject({ status: 'EXPIRED' })
      expect(await world.planned()).toEqual([])
      expect(await world.comeBack()).toBeNull()
      expect(await world.events(applicantId)).toEqual([])
      expect(world.bank.count('status')).toBeLessThan(20)
    })

    test('fails or exits at the vendor: one event for the failure, none for the exit, and the caller’s page for each', async () => {
      const { world, applicantId, connect } = await begin()
      const failed = await connect()
      expect(String(await world.comeBack('error'))).toBe(`${returnUrls.errorUrl}?connection=${failed.sessionId}`)
      const exited = await connect()
      expect(String(await world.comeBack('exit'))).toBe(`${returnUrls.exitUrl}?connection=${exited.sessionId}`)
      expect((await world.session(exited.sessionId))?.status).toBe('EXITED')
      expect(await world.events(applicantId)).toMatchObject([
        { type: 'BANK_LOGIN_FAILED', bankLoginId: null, bankSessionId: failed.sessionId },
      ])
    })

    test('comes back once by one of three addresses; a forged one, one of another provider and a used one are refused', async () => {
      const { world, connect } = await begin()
      await connect()
      const token = world.bank.sessions[0]?.returnUrls.success.split('/').at(-1) ?? ''
      expect(await world.receive(`${token.slice(0, -2)}xx`)).toBe('unknown')
      expect(await world.comeBack('success', 'other-bank')).toBe('unknown')
      const outcomes = await Promise.all([world.comeBack(), world.comeBack('error'), world.comeBack()])
      expect(outcomes.filter(outcome => outcome instanceof URL)).toHaveLength(1)
      expect(outcomes.filter(outcome => outcome === null)).toHaveLength(2)
    })

    test('is refused for return URLs or an IP address that are not allowed', async () => {
      const { world, applicantId, connect } = await begin()
      expect(await failureOf(connect({ successUrl: 'https://evil.example/' }))).toMatchObject({
        code: 'REDIRECT_NOT_ALLOWED',
        field: ['successUrl'],
      })
      const unknown = world.commands.connect(world.context, { applicantId: 'app_none', ...returnUrls })
      expect(await failureOf(unknown)).toMatchObject({ code: 'NOT_FOUND', field: ['applicantId'] })
      const manage = world.commands.manage(world.context, { applicantId, ...returnUrls, callerAddress: '10.0.0.1' })
      expect(await failureOf(manage)).toMatchObject({ code: 'BAD_USER_INPUT', field: ['userIp'] })
      const nothingThere = world.commands.manage(world.context, { applicantId, ...returnUrls, ...customer })
      expect(await failureOf(nothingThere)).toMatchObject({ code: 'INVALID_STATE' })
      expect([world.bank.calls, await world.user(applicantId)]).toEqual([[], undefined])
    })

    test('with the same key gets the same session and page; with another input is refused', async () => {
      const { world, connect } = await begin()
      const [first, second] = await Promise.all([connect({ idempotencyKey: 'k' }), connect({ idempotencyKey: 'k' })])
      expect(second).toEqual(first)
      expect(await connect({ idempotencyKey: 'k' })).toEqual(first)
      const other = connect({ idempotencyKey: 'k', successUrl: 'https://app.example.com/back/other' })
      expect(await failureOf(other)).toMatchObject({ code: 'IDEMPOTENCY_CONFLICT' })
      expect(world.bank.users.size).toBe(1)
    })

    test('many times at once, at two processes, becomes one user at the vendor; a second one is deleted', async () => {
      const { world, applicantId, connect } = await begin()
      const other = world.startNode()
      let waiting = 0
      const both = Promise.withResolvers<void>()
      world.bank.at = async moment => {
        if (moment !== 'before enrol') return
        waiting += 1
        if (waiting === 2) both.resolve()
        await both.promise
      }
      await Promise.all([connect(), connect(), connect(), connect({}, other), connect({}, other)])
      expect(world.bank.count('enrol')).toBe(2)
      expect([...world.bank.users.keys()]).toEqual([(await world.user(applicantId))?.reference])
      expect(world.bank.sessions).toHaveLength(5)
    })

    const moments: readonly BankMoment[] = ['before enrol', 'after enrol', 'before session', 'after session']
    test.for(moments)('P1 in a process that is killed %s continues at another with the same key', async moment => {
      const { world, applicantId, connect } = await begin()
      const killed = world.bank.killAt(moment)
      void connect({ idempotencyKey: 'k' })
      await killed
      const opened = await connect({ idempotencyKey: 'k' }, world.startNode())
      expect(await world.session(opened.sessionId)).toMatchObject({ status: 'OPEN' })
      const used = (await world.user(applicantId))?.reference
      expect(world.bank.users.has(used)).toBe(true)
      expect(world.bank.users.size).toBe(moment === 'after enrol' ? 2 : 1)
      expect(await world.planned()).toHaveLength(1)
    })

    test('at a vendor that refuses is not changed, and may try again', async () => {
      const { world, applicantId, connect } = await begin()
      world.bank.failAt('before enrol', new AppError('PROVIDER_UNAVAILABLE', 'down'))
      expect(await failureOf(connect())).toMatchObject({ code: 'PROVIDER_UNAVAILABLE' })
      expect(await world.user(applicantId)).toMatchObject({ reference: null, announced_at: null })
      world.bank.failAt('after enrol', new AppError('PROVIDER_TIMEOUT', 'slow'))
      await failureOf(connect())
      expect((await world.user(applicantId))?.announced_at).toEqual(world.now())
      world.bank.recover()
      await connect()
      expect(world.bank.users.size).toBe(2)
    })
  })

  describe('that is connected', () => {
    test('synchronizes without its customer: the new data are there when the answer comes', async () => {
      const { world, login, synchronize } = await beginConnected()
      world.pass(hourMs)
      const asked = synchronize()
      await expect.poll(() => world.look()).toBe(1)
      expect(await asked).toBeNull()
      expect(await typesOf(world, login.applicantId)).toEqual(['BANK_LOGIN_CONNECTED', 'BANK_LOGIN_SYNCHRONIZED'])
    })

    test('needs its customer to synchronize: there is a session and an event with its id, and the session ends when the vendor has new data', async () => {
      const { world, login, atVendor, synchronize } = await beginConnected()
      world.bank.needsCustomer = true
      atVendor.state = 'ACTION_REQUIRED'
      const opened = await synchronize()
      expect(world.bank.sessions.at(-1)).toMatchObject({ loginReference: atVendor.reference, ...customer })
      const [now] = await world.logins(login.applicantId)
      expect(now?.synchronization?.state).toBe('ACTION_REQUIRED')
      expect((await world.events(login.applicantId)).at(-1)).toMatchObject({
        type: 'BANK_LOGIN_ACTION_REQUIRED',
        bankLoginId: login.id,
        bankSessionId: opened?.sessionId,
      })
      await world.run(2)
      world.pass(1_000)
      Object.assign(atVendor, { state: 'SYNCHRONIZED', synchronizedAt: world.now() })
      await world.run(1)
      expect(await world.session(opened?.sessionId ?? '')).toMatchObject({ status: 'SUCCEEDED' })
      expect((await typesOf(world, login.applicantId)).slice(1)).toEqual([
        'BANK_LOGIN_ACTION_REQUIRED',
        'BANK_LOGIN_SYNCHRONIZED',
      ])
    })

    test.for<BankMoment>(['before session', 'after session'])(
      'P1 in a process that is killed %s while it synchronizes has the new data a minute later',
      async moment => {
        const { world, applicantId, login, synchronize } = await beginConnected()
        world.pass(hourMs)
        const killed = world.bank.killAt(moment)
        void synchronize()
        await killed
        const before = world.bank.count('read')
        await world.run(1)
        expect(world.bank.count('read')).toBe(before + 1)
        expect(world.now().getTime() - login.retrievedAt.getTime()).toBeLessThan(2 * hourMs)
        const news = moment === 'after session' ? ['BANK_LOGIN_SYNCHRONIZED'] : []
        expect((await typesOf(world, applicantId)).slice(1)).toEqual(news)
      },
    )

    test('has a new state at the vendor without being read again, with one event', async () => {
      const { world, applicantId, connect, atVendor } = await beginConnected()
      const before = world.bank.count('read')
      await connect()
      atVendor.state = 'ACTION_REQUIRED'
      await world.run(2)
      expect(await world.logins(applicantId)).toMatchObject([{ synchronization: { state: 'ACTION_REQUIRED' } }])
      expect((await typesOf(world, applicantId)).slice(1)).toEqual(['BANK_LOGIN_ACTION_REQUIRED'])
      expect(world.bank.count('read')).toBe(before)
    })

    test('P2 is looked at by one of two processes, with one event for each change', async () => {
      const { world, applicantId, atVendor } = await beginConnected()
      for (let round = 1; round < 4; round++) {
        world.pass(dayMs)
        Object.assign(atVendor, { synchronizedAt: world.now(), movements: 1 + round })
        await Promise.all([world.look(), world.look(), world.look()])
      }
      expect(await typesOf(world, applicantId)).toEqual([
        'BANK_LOGIN_CONNECTED',
        ...Array(3).fill('BANK_LOGIN_SYNCHRONIZED'),
      ])
    })

    test('is read at most four times a day unless a reading is wanted, however often the provider has new data', async () => {
      const { world, applicantId, atVendor } = await beginConnected()
      atVendor.state = 'SYNCHRONIZING'
      world.pass(dayMs)
      await world.look()
      const before = world.bank.count('read')
      const begun = world.now().getTime()
      while (world.now().getTime() < begun + 20 * hourMs) {
        Object.assign(atVendor, { synchronizedAt: world.now(), movements: atVendor.movements + 1 })
        await world.run(1)
        world.pass(hourMs)
      }
      // One of the four was the first reading.
      expect(world.bank.count('read') - before).toBe(3)
      world.pass(dayMs)
      await world.look()
      expect(world.bank.count('read') - before).toBe(4)
      expect((await world.user(applicantId))?.error).toBeNull()
    })

    test('gets the scopes of the settings when they have changed', async () => {
      const { world, applicantId } = await beginConnected()
      world.bank.scopes = ['banking', 'companies']
      world.pass(dayMs)
      await world.look()
      world.pass(dayMs)
      await world.look()
      expect(world.bank.count('scopes')).toBe(1)
      expect((await world.user(applicantId))?.scopes).toEqual(['banking', 'companies'])
    })

    test('P30 that the vendor has deleted keeps its data, and has the same login after connecting again', async () => {
      const { world, applicantId, connect, login, atVendor, synchronize } = await beginConnected()
      world.bank.users.clear()
      world.pass(dayMs)
      await world.look()
      expect([await world.logins(applicantId), await world.planned()]).toEqual([[], []])
      expect(await failureOf(synchronize())).toMatchObject({ code: 'INVALID_STATE' })
      await connect()
      world.bank.connect('login-anew', atVendor.iban)
      await world.comeBack()
      await world.look()
      expect((await world.logins(applicantId)).map(one => one.id)).toEqual([login.id])
      expect(await typesOf(world, applicantId)).toEqual([
        'BANK_LOGIN_CONNECTED',
        'BANK_LOGIN_REMOVED',
        'BANK_LOGIN_CONNECTED',
      ])
    })

    test('that the vendor has deleted connects at once with a new user', async () => {
      const { world, applicantId, connect } = await beginConnected()
      const before = (await world.user(applicantId))?.reference
      world.bank.users.clear()
      await connect()
      expect([...world.bank.users.keys()]).toEqual([(await world.user(applicantId))?.reference])
      expect(world.bank.users.has(before)).toBe(false)
      expect(await typesOf(world, applicantId)).toEqual(['BANK_LOGIN_CONNECTED', 'BANK_LOGIN_REMOVED'])
    })

    test('P27 at a vendor that is down is stale with an error, and is read when the vendor is back', async () => {
      const { world, applicantId } = await beginConnected()
      world.bank.failAt('before status', new AppError('PROVIDER_UNAVAILABLE', 'down'))
      world.pass(dayMs)
      await world.run(5)
      expect((await world.logins(applicantId))[0]).toMatchObject({ stale: true })
      expect((await world.user(applicantId))?.error).toMatchObject({ code: 'PROVIDER_UNAVAILABLE', retryable: true })
      world.bank.recover()
      await world.run(1)
      expect((await world.logins(applicantId))[0]).toMatchObject({ stale: false, retrievedAt: world.now() })
    })
  })

  describe('that a query reads', () => {
    test('P11 is read once for simultaneous queries, and not again while it is fresh', async () => {
      const { world, applicantId } = await beginConnected()
      world.pass(hourMs)
      const before = world.bank.count('read')
      const live = world.live()
      const answers = Promise.all(Array.from({ length: 20 }, () => live.refresh(world.context, [applicantId], 60)))
      await expect.poll(() => world.look()).toBe(1)
      expect((await answers).map(stale => stale.size)).toEqual(Array(20).fill(0))
      expect(await live.refresh(world.context, [applicantId, 'app_none'], 0)).toEqual(new Set())
      expect(world.bank.count('read')).toBe(before + 1)
    })

    test('P31 at a vendor that hangs is answered from the database within the time of the query, as stale', async () => {
      const { world, applicantId } = await beginConnected()
      world.pass(hourMs)
      const hanging = Promise.withResolvers<void>()
      world.bank.at = () => hanging.promise
      const asked = world.live(20).refresh(world.context, [applicantId], 60)
      const looking = expect.poll(() => world.look()).toBe(1)
      expect(await asked).toEqual(new Set([applicantId]))
      hanging.resolve()
      await looking
      expect(await world.live().refresh(world.context, [applicantId], 60)).toEqual(new Set())
    })

    test('P31 at a vendor that fails is stale at once, and queries do not ask the vendor for some time', async () => {
      const { world, applicantId } = await beginConnected()
      world.pass(hourMs)
      world.bank.at = async () => {
        throw new AppError('PROVIDER_FORBIDDEN', 'no')
      }
      const asked = world.live().refresh(world.context, [applicantId], 60)
      await expect.poll(() => world.look()).toBe(1)
      expect(await asked).toEqual(new Set([applicantId]))
      const before = world.bank.calls.length
      expect(await world.live().refresh(world.context, [applicantId], 60)).toEqual(new Set([applicantId]))
      await world.run(3)
      expect(world.bank.calls.length - before).toBeLessThanOrEqual(1)
    })
  })

  describe('whose logins are removed', () => {
    test('has one event; the data stay, and a reading that began before does not bring the login back', async () => {
      const { world, applicantId, login } = await beginConnected()
      world.pass(dayMs)
      const reading = Promise.withResolvers<void>()
      const begun = Promise.withResolvers<void>()
      world.bank.at = async moment => {
        if (moment !== 'after read') return
        begun.resolve()
        await reading.promise
      }
      const looking = world.look()
      await begun.promise
      const input = { bankLoginId: login.id, ...customer }
      expect(await world.commands.deleteLogin(world.context, input)).toBe(login.id)
      reading.resolve()
      await looking
      expect(await world.commands.deleteLogin(world.context, input)).toBe(login.id)
      await world.run(3)
      expect(await world.logins(applicantId)).toEqual([])
      expect(await typesOf(world, applicantId)).toEqual(['BANK_LOGIN_CONNECTED', 'BANK_LOGIN_REMOVED'])
      expect(world.bank.count('remove')).toBe(1)
      expect(await world.planned()).toEqual([])
    })

    test('keeps the others when one of them is removed', async () => {
      const { world, applicantId, connect, login } = await beginConnected()
      await connect()
      world.bank.connect('other', 'DE75512108001245126199')
      await world.run(1)
      const [, other] = await world.logins(applicantId)
      await world.commands.deleteLogin(world.context, { bankLoginId: login.id, ...customer })
      expect(await world.logins(applicantId)).toMatchObject([{ id: other?.id }])
      expect((await typesOf(world, applicantId)).filter(type => type === 'BANK_LOGIN_REMOVED')).toHaveLength(1)
    })

    test.for<BankMoment>(['before remove', 'after remove'])(
      'P1 in a process that is killed %s has the state of the vendor a minute later',
      async moment => {
        const { world, applicantId, login } = await beginConnected()
        const killed = world.bank.killAt(moment)
        void world.commands.deleteLogin(world.context, { bankLoginId: login.id, ...customer })
        await killed
        await world.run(1)
        expect(world.now().getTime() - login.createdAt.getTime()).toBeLessThan(hourMs)
        expect(await world.logins(applicantId)).toHaveLength(moment === 'before remove' ? 1 : 0)
      },
    )

    test('may remove all of them at once, also repeatedly; the user stays for the next connection', async () => {
      const { world, applicantId } = await beginConnected()
      world.bank.connect()
      world.pass(dayMs)
      await world.look()
      expect(await world.logins(applicantId)).toHaveLength(2)
      const input = { applicantId, ...customer }
      expect(await world.commands.disconnect(world.context, input)).toBe(applicantId)
      expect(await world.commands.disconnect(world.context, input)).toBe(applicantId)
      expect(await world.logins(applicantId)).toEqual([])
      expect((await typesOf(world, applicantId)).filter(type => type === 'BANK_LOGIN_REMOVED')).toHaveLength(2)
      expect(world.bank.users.size).toBe(1)
    })
  })

  describe('that is erased', () => {
    test('P21 is deleted at the vendor and here', async () => {
      const { world, applicantId, connect, login } = await beginConnected()
      const { sessionId } = await connect({ idempotencyKey: 'key-of-the-erased' })
      expect(await world.erasures.erase(world.context, { applicantId })).toEqual({ complete: true, remaining: [] })
      expect([world.bank.users.size, await world.planned()]).toEqual([0, []])
      const tables = [...(await dumpDatabase(database()))].filter(([name]) => name !== 'public.events')
      const rows = tables.flatMap(([, own]) => own.filter(row => row.includes(world.tenant)))
      for (const trace of [sessionId, login.id, 'key-of-the-erased', 'DE02120300000000202051'])
        expect(
          rows.filter(row => row.includes(trace)),
          trace,
        ).toEqual([])
      expect(await world.comeBack()).toBeNull()
      expect(await world.live().refresh(world.context, [applicantId], 0)).toEqual(new Set())
    })

    test('P21 while it connects is not connected, and its user at the vendor is deleted', async () => {
      const { world, applicantId, connect } = await begin()
      world.bank.at = async moment => {
        if (moment !== 'after enrol') return
        const erased = await world.erasures.erase(world.context, { applicantId })
        expect(erased).toMatchObject({ complete: false, remaining: [{ reason: 'SUBMISSION_OUTCOME_UNKNOWN' }] })
      }
      expect(await failureOf(connect())).toMatchObject({ code: 'NOT_FOUND' })
      expect(world.bank.users.size).toBe(0)
      expect(await world.erasures.erase(world.context, { applicantId })).toEqual({ complete: true, remaining: [] })
      expect(world.bank.count('delete')).toBe(1)
    })

    test('P21 while the vendor cannot delete its user is reported as remaining, and is deleted by the next request', async () => {
      const { world, applicantId } = await beginConnected()
      world.bank.failAt('before delete', new AppError('PROVIDER_UNAVAILABLE', 'down'))
      const reference = (await world.user(applicantId))?.reference
      expect(await world.erasures.erase(world.context, { applicantId })).toMatchObject({
        remaining: [{ providerId: 'test-bank', reason: 'PROVIDER_UNAVAILABLE', references: [reference] }],
      })
      world.bank.recover()
      expect(await world.erasures.erase(world.context, { applicantId })).toEqual({ complete: true, remaining: [] })
      expect(world.bank.users.size).toBe(0)
    })
  })
})
