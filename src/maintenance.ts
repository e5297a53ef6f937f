import type { Logger } from 'pino'

/** A periodic task. Every server runs it, so it must be safe to run twice at the same time. */
export interface MaintenanceTask {
  readonly name: string
  readonly everyMs: number
  readonly work: () => Promise<unknown>
}

/** Runs each task at its interval, never twice at the same time in this process. */
export function createMaintenance(tasks: readonly MaintenanceTask[], logger: Logger) {
  const running = new Map<string, Promise<unknown>>()
  let timers: NodeJS.Timeout[] = []

  function run({ name, work }: MaintenanceTask): void {
    if (running.has(name)) return
    const done = work()
      .catch(error => logger.error({ err: error, task: name }, 'maintenance failed'))
      .finally(() => running.delete(name))
    running.set(name, done)
  }

  return {
    start() {
      timers = tasks.map(task => setInterval(() => run(task), task.everyMs))
    },
    async stop() {
      for (const timer of timers) clearInterval(timer)
      await Promise.all(running.values())
    },
  }
}
