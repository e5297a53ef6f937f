import { afterEach, expect, test } from 'vitest'
import { call } from '../../src/server/testing/call.ts'
import { describeOnOneDatabase } from '../support/databases.ts'
import { executeSql } from '../support/execute-sql.ts'
import { type AppOnDatabase, startAppOn } from '../support/start-app-on.ts'

const day = 24 * 3_600

describeOnOneDatabase('the clock of a sandbox', database => {
  const started: AppOnDatabase[] = []
  const start = async (variables: Readonly<Record<string, string>> = { API_KEYS: '' }) => {
    const app = await startAppOn(database(), [], variables)
    started.push(app)
    return app
  }
  afterEach(async () => {
    await Promise.all(started.splice(0).map(app => app.stop()))
    await executeSql(database(), 'delete from sandbox_clock')
  })
  const forward = async (app: AppOnDatabase) => (await call(app, { path: '/sandbox/clock' })).json
  const move = (app: AppOnDatabase, forwardSeconds: number) =>
    call(app, { path: '/sandbox/clock', body: { forwardSeconds } })

  test('is shared by all nodes and kept across restarts', async () => {
    const [first, second] = [await start(), await start()]
    const moved = await Promise.all([move(first, day), move(second, day), move(first, day)])
    expect(moved.map(({ status }) => status)).toEqual([200, 200, 200])
    for (const app of [first, second]) await expect.poll(() => forward(app)).toMatchObject({ forwardSeconds: 3 * day })
    expect(await forward(await start())).toMatchObject({ forwardSeconds: 3 * day })
  })

  test('once set forward, only a sandbox can use the database', async () => {
    await move(await start(), day)
    await expect(start({})).rejects.toThrow(
      'This database belongs to a sandbox whose clock was set forward by 1 day. Start with another DATA_DIR or DATABASE_URL, or as a sandbox.',
    )
  })

  test('does not exist with authentication: 404, as for any other path', async () => {
    const app = await start({})
    const nothing = await call(app, { path: '/nothing' })
    for (const path of ['/sandbox', '/sandbox/clock', '/sandbox/documents/fine.pdf']) {
      const { status, json } = await call(app, { path })
      expect({ status, json }).toMatchObject({
        status: nothing.status,
        json: { error: { code: 'NOT_FOUND', message: 'Nothing is served at this address.' } },
      })
    }
    expect(await move(app, day)).toMatchObject({ status: 404 })
  })
})
