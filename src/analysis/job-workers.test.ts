import { PgBoss } from 'pg-boss'
import { afterEach, expect, test } from 'vitest'
import { describeOnEveryDatabase } from '../../test/support/databases.ts'
import type { Database } from '../store/database.ts'
import { createJobWorkers } from './job-workers.ts'

const count = 10

describeOnEveryDatabase('workers of a queue', database => {
  const stopping: (() => Promise<unknown>)[] = []
  afterEach(async () => {
    for (const stop of stopping.splice(0).reverse()) await stop()
  })

  /** Counts how often the queue is asked for a job. Nobody looks unasked unless told. */
  async function setUp(work: (name: string) => Promise<void>, looks = false) {
    const asked = { times: 0 }
    const boss = new PgBoss({
      db: counting(database(), asked),
      backend: database().engine === 'embedded' ? 'pglite' : 'postgres',
      supervise: false,
      schedule: false,
    })
    boss.on('error', error => expect.unreachable(String(error)))
    await boss.start()
    const queue = crypto.randomUUID()
    await boss.createQueue(queue)
    const workers = createJobWorkers<{ readonly name: string }>({
      boss,
      queue,
      count,
      work: job => work(job.data.name),
    })
    await workers.start()
    stopping.push(() => boss.stop({ graceful: true }))
    if (looks) stopping.push(async () => workers.stop())
    else workers.stop()
    const send = (name: string, startAfter = new Date(0)) => boss.send(queue, { name }, { startAfter })
    await expect.poll(() => asked.times).toBeGreaterThanOrEqual(count)
    return { asked, workers, send }
  }

  test('one job wakes its worker, one that follows, and nobody else', async () => {
    const done: string[] = []
    const { asked, workers, send } = await setUp(async name => void done.push(name))
    asked.times = 0
    await send('one')
    workers.wakeAt(null)
    await expect.poll(() => done).toEqual(['one'])
    // Who did it asks again, and so does who was woken by it.
    await expect.poll(() => asked.times).toBeGreaterThanOrEqual(3)
    expect(asked.times).toBeLessThan(count)
  })

  test('of many jobs as many are worked on at once as there are workers, and the others after them', async () => {
    const names = Array.from({ length: count + 3 }, (_, index) => `job ${index}`)
    const begun = new Set<string>()
    const release = Promise.withResolvers<void>()
    const { workers, send } = await setUp(async name => {
      begun.add(name)
      await release.promise
    })
    await Promise.all(names.map(name => send(name)))
    workers.wakeAt(null)
    await expect.poll(() => begun.size).toBe(count)
    release.resolve()
    await expect.poll(() => begun).toEqual(new Set(names))
  })

  test('a job that is due soon is begun when it is, though nobody looks', async () => {
    const done: string[] = []
    const { workers, send } = await setUp(async name => void done.push(name))
    const due = new Date(Date.now() + 100)
    await send('later', due)
    workers.wakeAt(due)
    await expect.poll(() => done).toEqual(['later'])
  })

  test('a job of which nothing was heard is found all the same', async () => {
    const done: string[] = []
    const { send } = await setUp(async name => void done.push(name), true)
    await send('unheard')
    await expect.poll(() => done).toEqual(['unheard'])
  })
})

function counting(database: Database, asked: { times: number }): Database['jobs'] {
  return {
    async executeSql(text, values) {
      const answer = await database.jobs.executeSql(text, values)
      if (/set\s+state = 'active'/i.test(text)) asked.times += 1
      return answer
    },
  }
}
