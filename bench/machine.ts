import { availableParallelism, cpus } from 'node:os'

/** A description of the machine of the measurement. */
export function describeMachine(engine: string): string {
  const [cpu] = cpus()
  return `Node ${process.version}, ${availableParallelism()} cores (${cpu?.model.trim() ?? 'unknown'}), ${engine}`
}
