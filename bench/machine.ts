import { availableParallelism, cpus } from 'node:os'

/** What the figures were measured on. */
export function describeMachine(engine: string): string {
  const [cpu] = cpus()
  return `Node ${process.version}, ${availableParallelism()} cores (${cpu?.model.trim() ?? 'unknown'}), ${engine}`
}
