import type { Logger } from 'pino'

/** Something to be done again and again. Every server does it, so each task must bear being done twice at once. */
export interface MaintenanceTask {
  readonly name: string
  readonly everyMs: number
  readonly work: () => Promise<unknown>
}

/** Does each task at its own pace, never twice at once in this process. */
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
