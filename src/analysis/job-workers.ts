import type { Job, PgBoss } from 'pg-boss'

/** Workers of one queue, which sleep until there is something to do, and are then woken one by one. */
export interface JobWorkers {
  start(): Promise<void>
  /** A job is, or will be, due at that time; null: now. */
  wakeAt(due: Date | null): void
  /** Nobody is woken any more. Work under way goes on. */
  stop(): void
}

export interface JobWorkersOptions<Data extends object> {
  readonly boss: PgBoss
  readonly queue: string
  /** How many jobs are worked on at a time. */
  readonly count: number
  readonly work: (job: Job<Data>) => Promise<void>
}

/** How often one looks unasked, for jobs of which nothing was heard: those handed back, or sent by a process that died. */
const lookMs = 1_000
/** A job that is due later than this is found by looking. */
const soonMs = 5_000
/** The database counts time more finely than a timer. */
const lateMs = 5
/** Left alone, the queue would have every worker ask again and again. */
const pollingIntervalSeconds = 300

/**
 * The queue's own way is to wake all workers for every job. Here one is woken; if it finds a job it wakes the next
 * before it begins, and looks again when it is done, so as many work as there is work.
 */
export function createJobWorkers<Data extends object>(options: JobWorkersOptions<Data>): JobWorkers {
  const { boss, queue, count, work } = options
  const workers: { readonly id: string; isBusy: boolean }[] = []
  const timers = new Set<NodeJS.Timeout>()
  let looking: NodeJS.Timeout | undefined

  function wake(): void {
    const idle = workers.find(worker => !worker.isBusy)
    if (idle) boss.notifyWorker(idle.id)
  }

  async function addWorker(): Promise<void> {
    const state = { id: '', isBusy: false }
    state.id = await boss.work<Data>(queue, { pollingIntervalSeconds }, async jobs => {
      state.isBusy = true
      wake()
      try {
        for (const job of jobs) await work(job)
      } finally {
        state.isBusy = false
        boss.notifyWorker(state.id)
      }
    })
    workers.push(state)
  }

  return {
    async start() {
      for (let made = 0; made < count; made += 1) await addWorker()
      looking = setInterval(wake, lookMs)
    },
    wakeAt(due) {
      const waitMs = due === null ? 0 : due.getTime() - Date.now()
      if (waitMs <= 0) return wake()
      if (waitMs > soonMs) return
      const timer = setTimeout(() => {
        timers.delete(timer)
        wake()
      }, waitMs + lateMs)
      timers.add(timer)
    },
    stop() {
      clearInterval(looking)
      for (const timer of timers) clearTimeout(timer)
      timers.clear()
    },
  }
}
